namespace IncidentKit;

/// <summary>
/// Proposes people for the roles of an incident, and relief for its commander, from who is on call and from the other
/// open incidents (P12, P15).
/// </summary>
/// <remarks>
/// It proposes only: somebody still assigns the roles. Each answer is of the moment in which it is asked for; it holds no lock on anything.
/// Failures of the store and of the directory come out as they are. Thread-safe, and made to be a singleton.
/// </remarks>
public sealed class RoleAdvisor
{
    private readonly IIncidentStore _store;
    private readonly IOnCallDirectory _onCall;
    private readonly IncidentPolicies _policies;
    private readonly TimeProvider _clock;

    /// <summary>Creates an advisor.</summary>
    /// <param name="store">Where the open incidents are found.</param>
    /// <param name="onCall">Says who is on call.</param>
    /// <param name="policies">The policies that incidents follow.</param>
    /// <param name="clock">Says what time it is.</param>
    public RoleAdvisor(IIncidentStore store, IOnCallDirectory onCall, IncidentPolicies policies, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(onCall);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(clock);
        (_store, _onCall, _policies, _clock) = (store, onCall, policies, clock);
    }

    /// <summary>
    /// Proposes people for the roles that nobody holds, as <see cref="RoleProposal.For"/> does. Who commands another open
    /// incident of equal or higher severity is proposed only where nobody else is left.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="leads">Who is a lead, the first to ask first; on call or not. Nobody where null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IncidentPolicyNotFoundException">The incident's policy is unknown.</exception>
    public async Task<IReadOnlyList<RoleProposal>> ProposeAsync(
        Incident incident,
        IReadOnlyList<Responder>? leads = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var bound = await BoundElsewhereAsync(incident, cancellationToken).ConfigureAwait(false);
        var onCall = await _onCall.OnCallAsync(incident.Service, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return RoleProposal.For(
            new RoleCandidates { OnCall = onCall, Leads = leads ?? [], Holders = incident.Roles, BoundElsewhere = bound });
    }

    /// <summary>
    /// Who commands another open incident of equal or higher severity. A level that is not set counts as the provisional one
    /// of that incident's policy.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IncidentPolicyNotFoundException">
    /// The incident's policy is unknown. One of another incident that is unknown here is taken for one that gives equal severity.
    /// </exception>
    public async Task<IReadOnlySet<Responder>> BoundElsewhereAsync(Incident incident, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var rank = _policies.Of(incident).LevelOf(incident).Rank;
        HashSet<Responder> bound = [];
        await foreach (var other in _store.ListOpenAsync(cancellationToken).ConfigureAwait(false))
        {
            if (other.Id != incident.Id && other.Commander is { } commander && !bound.Contains(commander)
                && (other.Level ?? await ProvisionalAsync(other.Id, cancellationToken).ConfigureAwait(false) ?? rank) <= rank)
            {
                bound.Add(commander);
            }
        }

        return bound;
    }

    /// <summary>Proposes relief for the commander, where it is due now (P12).</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The proposal; null where there is none.</returns>
    /// <exception cref="IncidentPolicyNotFoundException">The incident's policy is unknown.</exception>
    public async Task<ReliefProposal?> ProposeReliefAsync(Incident incident, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var now = _clock.GetUtcNow();
        return ReliefProposal.At(
            incident, _policies.Of(incident), now, await ShiftEndAsync(incident, now, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>When relief of the commander will be due, or was, in UTC. Ask again when command changes or a schedule does.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The instant; null where nobody commands, the incident is over, or it was entered after the fact.</returns>
    /// <exception cref="IncidentPolicyNotFoundException">The incident's policy is unknown.</exception>
    public async Task<DateTimeOffset?> ReliefDueAsync(Incident incident, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return ReliefProposal.WhenDue(
            incident,
            _policies.Of(incident),
            await ShiftEndAsync(incident, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false));
    }

    // A shift that ends after the limit and after now changes nothing, so it is not looked for.
    private async ValueTask<DateTimeOffset?> ShiftEndAsync(Incident incident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ReliefProposal.CommandedSince(incident) is not { } since)
            return null;
        var limit = since.Plus(_policies.Of(incident).RelieveAfter);
        return await _onCall
            .ShiftEndAsync(incident.Service, incident.Roles.Commander!, since, now > limit ? now : limit, cancellationToken)
            .ConfigureAwait(false);
    }

    // A summary does not name the policy. Few incidents have a commander and no level.
    private async Task<int?> ProvisionalAsync(IncidentId id, CancellationToken cancellationToken)
    {
        if (await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false) is not { Count: > 0 } events)
            return null;
        var other = Incident.Replay(events);
        return _policies.Names.Contains(other.Policy) ? _policies.Of(other).LevelOf(other).Rank : null;
    }
}
