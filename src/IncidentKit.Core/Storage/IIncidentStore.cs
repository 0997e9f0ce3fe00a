namespace IncidentKit;

/// <summary>Where incidents are kept: a host may implement it on its own database.</summary>
/// <remarks>
/// Implementations are thread-safe, and several processes may share one store. Each call sees all commits that ended before it
/// began. A failure of the store itself comes out as the implementation's own exception. Instants are in UTC.
/// </remarks>
public interface IIncidentStore
{
    /// <summary>
    /// Where the deliveries of commits wait; null if this store keeps none. Then a commit with deliveries is refused, and a host with
    /// integrations does not start. A store around another one passes on the one inside.
    /// </summary>
    IOutboxStore? Outbox { get; }

    /// <summary>Records a commit: all of it, in one transaction, or nothing.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="expectedVersion">The version on which the commit was decided; 0 for a new incident.</param>
    /// <param name="commit">The commit; its events follow <paramref name="expectedVersion"/> without a gap.</param>
    /// <param name="cancellationToken">Gives up; the commit may then have been recorded or not.</param>
    /// <exception cref="IncidentConcurrencyException">
    /// The incident has another version; or it is new, and its idempotency key belongs to another incident, or it is open and one of
    /// its alert keys leads to another open incident, which the exception names.
    /// </exception>
    /// <exception cref="IncidentNumberTakenException">A new incident's number belongs to another one.</exception>
    /// <exception cref="ArgumentException">The commit does not follow, see <see cref="IncidentCommit.ThrowIfNotAfter"/>.</exception>
    /// <exception cref="NotSupportedException">The commit has deliveries, and the store has no <see cref="Outbox"/>.</exception>
    ValueTask AppendAsync(IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken);

    /// <summary>All events of an incident in their order, redacted texts replaced; null where there is no such incident.</summary>
    ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken);

    /// <summary>
    /// The incidents whose <see cref="IncidentCommit.NextDueAt"/> has come by an instant, the earliest first. Found
    /// without visiting each incident.
    /// </summary>
    /// <param name="until">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// The open incident that has an alert key, the one recorded first where there are several; null where there is none.
    /// </summary>
    /// <param name="key">The alert key, compared ordinally.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken);

    /// <summary>What was recorded under an idempotency key; null if the key is new.</summary>
    /// <param name="incident">The incident whose commands have the key; null for any incident, the first if there are several.</param>
    /// <param name="key">The key, compared ordinally.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IdempotencyRecord?> FindByIdempotencyKeyAsync(IncidentId? incident, string key, CancellationToken cancellationToken);

    /// <summary>The incidents that match, open or not: the one recorded last first, then by number downwards, then by id.</summary>
    /// <param name="query">What is looked for; see <see cref="IncidentQuery.Matches"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// A number for a new incident: from 1 upwards, never the same twice, and above every number up to a billion that was recorded.
    /// Higher ones are the hosts' own and do not count, but are not given either. A number may be lost.
    /// </summary>
    /// <returns>Null if no number can be had now: the incident is recorded without one.</returns>
    ValueTask<int?> NextNumberAsync(CancellationToken cancellationToken);
}
