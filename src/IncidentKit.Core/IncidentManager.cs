using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IncidentKit;

/// <summary>What most hosts call: loads an incident, decides, records, and tells the observers.</summary>
/// <remarks>
/// A lost race is decided again, up to <see cref="IncidentManagerOptions.MaxAttempts"/> times. Commands for one incident take turns within
/// the process, and so do declarations with one alert key or idempotency key. Observers are called later, see
/// <see cref="IIncidentObserver"/>. Failures of the store come out as they are; only a declaration, and what is reported of it, is kept
/// until the store answers, if people are paged from here (P32). Thread-safe, and made to be a singleton.
/// </remarks>
public sealed partial class IncidentManager
{
    private readonly KeyedLock _incidents = new();
    private readonly KeyedLock _declarations = new();
    private readonly KeyedLock _duplicates = new();
    private readonly IIncidentStore _store;
    private readonly IIncidentIdFactory _ids;
    private readonly TimeProvider _clock;
    private readonly ObserverDispatcher _observers;
    private readonly IncidentPolicies _policies;
    private readonly PagingBacklog? _paging;
    private readonly ILogger _logger;
    private readonly CommandEnricher _enricher;
    private readonly IncidentConnections _connections;
    private readonly Instruments _instruments;
    private readonly CommitListeners _listeners;
    private readonly int _maxAttempts;
    private readonly bool _includePages;

    /// <summary>How many queues of observers are kept: none if no observer is at work.</summary>
    internal int KeptForObservers => _observers.Kept;

    /// <summary>
    /// An incident was changed, or declared while the store is down, with what is due of it next: the paging monitor keeps it for when
    /// the store does not answer.
    /// </summary>
    internal event Action<Incident, DateTimeOffset?>? Changed;

    /// <summary>Creates a manager.</summary>
    /// <param name="store">Where incidents are kept.</param>
    /// <param name="ids">Makes the ids of new incidents.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="logger">Takes the failures of observers; null for none.</param>
    /// <param name="connections">Say what is to be delivered of a commit; null for nothing.</param>
    /// <param name="meters">Makes the meter; null for one of the process.</param>
    /// <param name="paging">Keeps what cannot be stored while people are paged; null if people are not paged from this process.</param>
    /// <param name="listeners">Are called after each commit; null for none.</param>
    /// <param name="options">The settings; null for the defaults.</param>
    public IncidentManager(
        IIncidentStore store, IIncidentIdFactory ids, TimeProvider clock, IEnumerable<IIncidentObserver> observers,
        IncidentPolicies policies, ILogger<IncidentManager>? logger = null,
        IncidentConnections? connections = null, IMeterFactory? meters = null, PagingBacklog? paging = null,
        IEnumerable<ICommitListener>? listeners = null, IOptions<IncidentManagerOptions>? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(observers);
        ArgumentNullException.ThrowIfNull(policies);
        var settings = options?.Value ?? new IncidentManagerOptions();
        _store = store;
        _ids = ids;
        _clock = clock;
        _policies = policies;
        _logger = logger ?? NullLogger<IncidentManager>.Instance;
        _paging = paging;
        _maxAttempts = settings.MaxAttempts;
        _includePages = settings.IncludePages || paging is not null;
        _enricher = new CommandEnricher(store, FindAsync);
        _listeners = new CommitListeners(listeners ?? [], _logger);
        _connections = connections ?? IncidentConnections.None;
        _instruments = Instruments.Of(meters, clock);
        _observers = new ObserverDispatcher([.. observers], settings.MaxWaitingCommits, _instruments, _logger);
    }

    /// <summary>
    /// Declares an incident that follows the default policy. It gets the store's next number where the command names none. Where its
    /// <see cref="DeclareIncident.AlertKey"/> leads to an open incident, the alert is attached to that one instead: a storm of
    /// alerts is one incident (P17).
    /// </summary>
    /// <returns>The decision; its incident is null where the declaration is malformed.</returns>
    /// <exception cref="IncidentNotFoundException">There is no incident that <see cref="DeclareIncident.RecurrenceOf"/> names.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The command's key belongs to another command, of whatever incident.</exception>
    /// <exception cref="IncidentNumberTakenException">Another incident has the number that the command names.</exception>
    /// <exception cref="IncidentConcurrencyException">
    /// Too many races were lost, see <see cref="IncidentManagerOptions.MaxAttempts"/>.
    /// </exception>
    public Task<Decision> DeclareAsync(DeclareIncident command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _instruments.MeasureAsync(
            command,
            null,
            () => DeclareInTurnAsync(command, _policies.Default, policyIsNamed: false, cancellationToken));
    }

    /// <summary>Declares an incident that follows the newest version of a named policy.</summary>
    /// <inheritdoc cref="DeclareAsync(DeclareIncident, CancellationToken)" path="/returns|/exception" />
    /// <exception cref="IncidentPolicyNotFoundException">No policy has the name.</exception>
    public Task<Decision> DeclareAsync(DeclareIncident command, string policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var named = _policies.Find(policy);
        return _instruments.MeasureAsync(command, null, () => DeclareInTurnAsync(command, named, policyIsNamed: true, cancellationToken));
    }

    /// <summary>
    /// Gives a command to an incident. A duplicate first hands its responders, alerts and public thread to the incident that
    /// covers it, or covers what it names (P16).
    /// </summary>
    /// <remarks>
    /// Cycles of duplicates cannot be: what the other incident is a duplicate of itself covers this one. Duplicates are marked
    /// one at a time in a process; two processes that mark two incidents of each other at the same moment are not kept apart.
    /// </remarks>
    /// <returns>
    /// The decision. A command that was carried out before, known by its idempotency key, gets its first answer, with
    /// the incident as it was then.
    /// </returns>
    /// <exception cref="IncidentNotFoundException">There is no such incident, or none that covers the duplicate.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The command's key belongs to another command of the incident.</exception>
    /// <exception cref="IncidentConcurrencyException">
    /// Too many races were lost, see <see cref="IncidentManagerOptions.MaxAttempts"/>.
    /// </exception>
    /// <exception cref="IncidentPolicyNotFoundException">The incident's policy is unknown.</exception>
    public Task<Decision> ExecuteAsync(IncidentId id, IncidentCommand command, CancellationToken cancellationToken = default)
    {
        IncidentId.ThrowIfDefault(id, nameof(id));
        ArgumentNullException.ThrowIfNull(command);
        return _instruments.MeasureAsync(
            command,
            id,
            () => command is MarkDuplicate mark
                ? MarkDuplicateAsync(id, mark, cancellationToken)
                : DecideInTurnAsync(id, command, command, cancellationToken));
    }

    /// <summary>Gives several commands to an incident, each on what the one before it made of it, and records them in one commit.</summary>
    /// <remarks>A refused command changes nothing, and those after it are decided all the same.</remarks>
    /// <param name="id">The incident.</param>
    /// <param name="commands">The commands, in order. Give a <see cref="MarkDuplicate"/> by itself, to <see cref="ExecuteAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the commit may then have been recorded or not.</param>
    /// <returns>A decision for each command.</returns>
    /// <exception cref="ArgumentException">There is a <see cref="MarkDuplicate"/>, or no command at all.</exception>
    /// <inheritdoc cref="ExecuteAsync" path="/exception"/>
    public async Task<IReadOnlyList<Decision>> ExecuteAllAsync(
        IncidentId id, IReadOnlyList<IncidentCommand> commands, CancellationToken cancellationToken = default)
    {
        IncidentId.ThrowIfDefault(id, nameof(id));
        ArgumentNullException.ThrowIfNull(commands);
        if (commands.Count == 0 || commands.Any(command => command is null or MarkDuplicate))
            throw new ArgumentException("Give at least one command, none of them null or a MarkDuplicate.", nameof(commands));
        using (await _incidents.EnterAsync(id, cancellationToken).ConfigureAwait(false))
        {
            return await DecideAsync(id, _ => commands.Select(command => (command, command)), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Ends when no observer is busy or has anything waiting. For tests, and for a host that ends.</summary>
    /// <remarks>An observer that calls it waits for itself.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DrainObserversAsync(CancellationToken cancellationToken = default) => _observers.DrainAsync(cancellationToken);

    /// <summary>Calls a listener after each commit of this manager, until the result is disposed.</summary>
    public IDisposable Subscribe(ICommitListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        return _listeners.Add(listener);
    }

    /// <summary>What the incident's own policy demands of it, and how each demand stands now.</summary>
    /// <exception cref="IncidentPolicyNotFoundException">The incident's policy is unknown.</exception>
    public IReadOnlyList<Obligation> ObligationsOf(Incident incident) =>
        new ObligationLedger(_policies.Of(incident)).At(incident, _clock.GetUtcNow());

    /// <summary>The shortest way after which the incident, as it stands now, will accept a command.</summary>
    /// <exception cref="IncidentNotFoundException">There is no such incident.</exception>
    /// <exception cref="IncidentPolicyNotFoundException">The incident's policy is unknown.</exception>
    public async Task<Way> WayToAsync(IncidentId id, IncidentCommand command, CancellationToken cancellationToken = default)
    {
        IncidentId.ThrowIfDefault(id, nameof(id));
        ArgumentNullException.ThrowIfNull(command);
        var incident = await LoadAsync(id, cancellationToken).ConfigureAwait(false);
        return new IncidentLifecycle(_policies.Of(incident)).WayTo(incident, command, _clock.GetUtcNow());
    }

    /// <summary>The incident as it stands; null where there is none.</summary>
    public async Task<Incident?> FindAsync(IncidentId id, CancellationToken cancellationToken = default)
    {
        IncidentId.ThrowIfDefault(id, nameof(id));
        if (_paging?.Declared(id) is { } waiting)
            return waiting;
        return await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } events ? Incident.Replay(events) : null;
    }
}
