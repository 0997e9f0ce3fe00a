using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentKit;

/// <summary>What most hosts call: loads an incident, decides, records, and tells the observers.</summary>
/// <remarks>
/// A lost race is decided again, up to 20 times. Commands for one incident take turns within the process; observers run outside
/// of the turns, see <see cref="IIncidentObserver"/>. Failures of the store come out as they are; only a declaration, and what is told
/// of it, waits in the paging queue where people are paged from here (P32). Thread-safe, and made to be a singleton.
/// </remarks>
public sealed partial class IncidentManager
{
    private const int MaxTries = 20;

    // The one gate through which all duplicates go.
    private static readonly IncidentId AnyDuplicate = new(new Guid(1, 0, 0, new byte[8]));

    private readonly KeyedLock _gates = new();
    private readonly KeyedLock _marking = new();
    private readonly IIncidentStore _store;
    private readonly IIncidentIdFactory _ids;
    private readonly TimeProvider _clock;
    private readonly ObserverDispatcher _observers;
    private readonly IncidentPolicies _policies;
    private readonly PagingBacklog? _paging;
    private readonly ILogger _logger;
    private readonly CommandEnricher _lookup;
    private readonly IncidentConnections _connections;
    private readonly Instruments _instruments;
    private readonly CommitListeners _listeners;

    /// <summary>How many queues of observers are kept: none where nobody is being told.</summary>
    internal int KeptForObservers => _observers.Kept;

    /// <summary>Something was recorded through this manager: the paging monitor keeps the incident for when the store is down.</summary>
    internal event Action<Incident>? Committed;

    /// <summary>Creates a manager.</summary>
    /// <param name="store">Where incidents are kept.</param>
    /// <param name="ids">Makes the ids of new incidents.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="logger">Takes the failures of observers; nobody where null.</param>
    /// <param name="connections">Who says what is to be delivered of a commit; nobody where null.</param>
    /// <param name="meters">Makes the meter; one of the process where null.</param>
    /// <param name="paging">Where pages are counted among what is due; null where nobody is paged through the library.</param>
    /// <param name="listeners">Who is called after each commit; nobody where null.</param>
    public IncidentManager(
        IIncidentStore store, IIncidentIdFactory ids, TimeProvider clock, IEnumerable<IIncidentObserver> observers,
        IncidentPolicies policies, ILogger<IncidentManager>? logger = null,
        IncidentConnections? connections = null, IMeterFactory? meters = null, PagingBacklog? paging = null,
        IEnumerable<ICommitListener>? listeners = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(observers);
        ArgumentNullException.ThrowIfNull(policies);
        (_store, _ids, _clock, _policies, _logger) = (store, ids, clock, policies, logger ?? NullLogger<IncidentManager>.Instance);
        (_paging, _lookup) = (paging, new CommandEnricher(store, FindAsync));
        _listeners = new CommitListeners(listeners ?? [], _logger);
        _observers = new ObserverDispatcher([.. observers], _clock, _logger);
        (_connections, _instruments) = (connections ?? IncidentConnections.None, Instruments.Of(meters, clock));
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
    /// <exception cref="IncidentConcurrencyException">20 races were lost.</exception>
    public Task<Decision> DeclareAsync(DeclareIncident command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _instruments.MeasureAsync(
            command,
            null,
            () => DeclareOrKeepAsync(command, _policies.Default, policyIsNamed: false, cancellationToken));
    }

    /// <summary>Declares an incident that follows the newest version of a named policy.</summary>
    /// <inheritdoc cref="DeclareAsync(DeclareIncident, CancellationToken)" path="/returns|/exception" />
    /// <exception cref="IncidentPolicyNotFoundException">No policy has the name.</exception>
    public Task<Decision> DeclareAsync(DeclareIncident command, string policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var named = _policies.Find(policy);
        return _instruments.MeasureAsync(command, null, () => DeclareOrKeepAsync(command, named, policyIsNamed: true, cancellationToken));
    }

    /// <summary>
    /// Gives a command to an incident. A duplicate first hands its responders, alerts and public thread to the incident that
    /// covers it, or covers what it names (P16).
    /// </summary>
    /// <remarks>
    /// Cycles of duplicates cannot be: what the other incident is a duplicate of itself covers this one. Duplicates are marked
    /// one at a time in a process; two processes that mark two incidents of each other at the same moment are not kept apart.
    /// Waits until observers have been told, 10 seconds at most; with <see cref="CheckObligations"/>, which monitors give, not at all.
    /// </remarks>
    /// <returns>
    /// The decision. A command that was carried out before, known by its idempotency key, gets its first answer, with
    /// the incident as it was then.
    /// </returns>
    /// <exception cref="IncidentNotFoundException">There is no such incident, or none that covers the duplicate.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The command's key belongs to another command of the incident.</exception>
    /// <exception cref="IncidentConcurrencyException">20 races were lost.</exception>
    /// <exception cref="IncidentPolicyNotFoundException">The incident's policy is unknown.</exception>
    public async Task<Decision> ExecuteAsync(IncidentId id, IncidentCommand command, CancellationToken cancellationToken = default)
    {
        IncidentId.ThrowIfDefault(id, nameof(id));
        ArgumentNullException.ThrowIfNull(command);
        return await _instruments.MeasureAsync(command, id, async () =>
        {
            var (decision, told) = await CarryOutAsync(id, command, cancellationToken).ConfigureAwait(false);
            // A monitor is not to wait for observers: one that hangs would hold up the deadlines of all other incidents.
            if (command is not CheckObligations)
                await _observers.WaitAsync(id, told, cancellationToken).ConfigureAwait(false);
            return decision;
        }).ConfigureAwait(false);
    }

    private async Task<(Decision Decision, Task Told)> CarryOutAsync(
        IncidentId id, IncidentCommand command, CancellationToken cancellationToken)
    {
        List<Task> told = [];
        Decision decision;
        if (command is MarkDuplicate mark)
        {
            // One at a time: what covers what is looked up in other incidents, and two that mark each other at once would end both.
            // Observers are waited for afterwards, since they may mark duplicates themselves.
            using (await _marking.EnterAsync(AnyDuplicate, cancellationToken).ConfigureAwait(false))
            {
                told = await HandOverAsync(id, mark, cancellationToken).ConfigureAwait(false);
                decision = await DecideInTurnAsync(id, command, told, cancellationToken).ConfigureAwait(false);
            }
        }
        else
        {
            decision = await DecideInTurnAsync(id, command, told, cancellationToken).ConfigureAwait(false);
        }

        return (decision, Task.WhenAll(told));
    }

    private async Task<Decision> DecideInTurnAsync(
        IncidentId id, IncidentCommand command, List<Task> told, CancellationToken cancellationToken)
    {
        using (await _gates.EnterAsync(id, cancellationToken).ConfigureAwait(false))
        {
            var (decision, tells) = await DecideAsync(id, command, cancellationToken).ConfigureAwait(false);
            told.Add(tells);
            return decision;
        }
    }

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

    private async Task<(Decision Decision, Task Told)> DecideAsync(
        IncidentId id, IncidentCommand command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (DecideOnWaiting(id, command) is { } kept)
                return (kept, Task.CompletedTask);
            var incident = await LoadAsync(id, cancellationToken).ConfigureAwait(false);
            var policy = _policies.Of(incident);
            if (RepeatedCommand.AnswerTo(command, incident, policy) is { } repeated)
            {
                // The first try may have been recorded though the store failed to say so: then nobody looked again.
                Committed?.Invoke(incident);
                if (_listeners.Any)
                    _listeners.Call(incident, NextDue(incident, policy, _clock.GetUtcNow()));
                return (repeated, Task.CompletedTask);
            }

            var informed = await _lookup.InformAsync(id, command, cancellationToken).ConfigureAwait(false);
            var now = _clock.GetUtcNow();
            var decision = DecisionStamps.Stamped(
                new IncidentLifecycle(policy).Decide(incident, informed, now), incident, command, informed);
            if (decision.IsRefused)
                return (decision, Task.CompletedTask);
            if (await TryCommitAsync(incident, decision, policy, now, attempt, false, cancellationToken).ConfigureAwait(false) is { } told)
                return (decision, told);
        }
    }

    private async Task<Incident> LoadAsync(IncidentId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new IncidentNotFoundException(id);

    // Within the turn of the incident, so that observers hear of commits in their order. Null where a race was lost.
    private async Task<Task?> TryCommitAsync(
        Incident? before,
        Decision decision,
        IncidentPolicy policy,
        DateTimeOffset now,
        int attempt,
        bool mayTakeOtherNumber,
        CancellationToken cancellationToken)
    {
        var incident = decision.Incident!;
        var ledger = new ObligationLedger(policy).At(incident, now);
        var committed = new IncidentCommitted { Incident = incident, Events = decision.Events };
        var commit = new IncidentCommit
        {
            Events = decision.Events,
            Rewritten = before is null || !decision.Events.Any(e => e is TextRedacted)
                ? []
                : [.. incident.History.Take((int)before.Version).Where(e => !e.Equals(before.History[(int)e.Sequence - 1]))],
            NextDueAt = NextDue(incident, policy, ledger, now),
            Summary = IncidentSummary.Of(incident),
            AlertKeys = [.. incident.Alerts.Select(alert => alert.Key)],
            Deliveries = _connections.DeliveriesOf(committed, _logger),
        };
        try
        {
            await _store.AppendAsync(incident.Id, before?.Version ?? 0, commit, cancellationToken).ConfigureAwait(false);
        }
        catch (IncidentConcurrencyException lost) when (attempt < MaxTries)
        {
            _logger.RaceLost(lost.Id, lost.ExpectedVersion, lost.ActualVersion, attempt);
            return null;
        }
        catch (IncidentNumberTakenException) when (mayTakeOtherNumber && attempt < MaxTries)
        {
            return null;
        }

        _instruments.Recorded(decision.Events);
        // What changes nothing but what is due wakes nobody: who looked knows it.
        if (decision.Events.Count == 0)
            return Task.CompletedTask;
        Committed?.Invoke(incident);
        _listeners.Call(incident, commit.NextDueAt);
        return _observers.Enqueue(committed);
    }
}
