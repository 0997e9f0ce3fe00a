using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentKit;

/// <summary>Pages the people of the plan when their time comes (P30 to P32), and records it.</summary>
/// <remarks>
/// A hosted service of IncidentKit.Hosting runs it. It wakes at the next due instant, on a change in this process, and every 15
/// seconds at the latest. It pages first and records then: where the store is down, people are paged all the same, from what this
/// process last knew, and the facts wait in the <see cref="PagingBacklog"/>. Several hosts may run one each on one store: both
/// may page, with the same delivery id, and it is recorded once. Each incident is paged for by itself: where the pager hangs for
/// one, the others are paged meanwhile. A host without hosted services calls <see cref="CheckAsync"/> itself. Thread-safe.
/// </remarks>
public sealed class PagingMonitor : IDisposable
{
    // One move can lead to the next at the same instant: skipped steps, failed pages. A run has fewer than this.
    private const int MostMoves = 1000;

    private readonly IncidentManager _manager;
    private readonly IIncidentStore _store;
    private readonly IncidentPolicies _policies;
    private readonly TimeProvider _clock;
    private readonly PageSender _sender;
    private readonly PagingBacklog _queue;
    private readonly AudienceResolver _audiences;
    private readonly ILogger _logger;
    private readonly DueLoop _loop;
    private readonly WorkByIncident _work;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _disposed = new();
    private readonly ConcurrentDictionary<IncidentId, Incident> _known = [];
    private readonly DueQueue _due = new();
    private readonly ConcurrentDictionary<IncidentId, bool> _unrecordable = [];
    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);

    /// <summary>Creates a monitor.</summary>
    /// <param name="manager">Records what was paged; made with the same queue.</param>
    /// <param name="store">Says which incidents are due.</param>
    /// <param name="policies">The policies that incidents follow.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="pager">Pages people.</param>
    /// <param name="queue">Keeps what cannot be recorded.</param>
    /// <param name="onCall">Says who is on call; nobody where null.</param>
    /// <param name="audiences">Says who stands behind other audience words; nobody where null.</param>
    /// <param name="logger">Takes failures; nobody where null.</param>
    public PagingMonitor(
        IncidentManager manager, IIncidentStore store, IncidentPolicies policies, TimeProvider clock, IPager pager,
        PagingBacklog queue, IOnCallDirectory? onCall = null, IAudienceDirectory? audiences = null,
        ILogger<PagingMonitor>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(pager);
        ArgumentNullException.ThrowIfNull(queue);
        _manager = manager;
        _store = store;
        _policies = policies;
        _clock = clock;
        _queue = queue;
        _logger = logger ?? NullLogger<PagingMonitor>.Instance;
        _sender = new PageSender(pager, clock, _logger);
        _audiences = new AudienceResolver(onCall, audiences, clock, _logger);
        _loop = new DueLoop(clock, async stopping => (await BeginAsync(stopping).ConfigureAwait(false)).Next(), _logger.DueUnknown);
        // On a thread of its own: a pager that blocks it holds up no other incident.
        _work = new WorkByIncident(
            (id, cancellation) => Task.Run(() => PageOrLogAsync(id, cancellation), CancellationToken.None),
            _loop.WakeUp);
        queue.IsWatched = true;
        manager.Changed += Keep;
    }

    /// <summary>
    /// How long it waits for the pager and for a directory: after that a page counts as not deliverable, and a step as empty.
    /// </summary>
    /// <value>30 seconds.</value>
    public static TimeSpan AttemptLimit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it sleeps at most.</summary>
    public static TimeSpan LongestSleep => DueLoop.LongestSleep;

    /// <summary>Records what waits, and sends the pages that are due.</summary>
    /// <returns>When to look again: the next due instant, and <see cref="LongestSleep"/> from now at the latest.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; the pages that were delivered are recorded.</exception>
    /// <remarks>Nothing that fails holds up another incident, and no failure comes out.</remarks>
    public async Task<DateTimeOffset> CheckAsync(CancellationToken cancellationToken = default)
    {
        var (paging, next) = await BeginAsync(cancellationToken).ConfigureAwait(false);
        await paging.WaitAsync(cancellationToken).ConfigureAwait(false);
        // The cancellation may have ended the pages before it ended the wait.
        cancellationToken.ThrowIfCancellationRequested();
        return next();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _manager.Changed -= Keep;
        if (_disposed.IsCancellationRequested)
            return;
        _disposed.Cancel();
        _turn.Dispose();
    }

    /// <summary>Checks again and again until it is cancelled or disposed, and then waits for the pages that are under way.</summary>
    /// <param name="stoppingToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, _disposed.Token);
        try
        {
            await _loop.RunAsync(stopping.Token).ConfigureAwait(false);
        }
        finally
        {
            await _work.UnderWay.ConfigureAwait(false);
        }
    }

    private async Task<(Task Paging, Func<DateTimeOffset> Next)> BeginAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await RecordWaitingAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }

        var now = _clock.GetUtcNow();
        var due = await DueAsync(now, cancellationToken).ConfigureAwait(false);
        return (Task.WhenAll([.. due.Select(id => _work.Begin(id, cancellationToken))]), Next);

        DateTimeOffset Next()
        {
            var latest = _clock.GetUtcNow().Plus(LongestSleep);
            return _due.After(now) is { } next && next < latest ? next : latest;
        }
    }

    // What nothing is due of any more is forgotten: the store knows it.
    private void Keep(Incident incident, DateTimeOffset? nextDueAt)
    {
        _due.Change(incident.Id, incident.Version, nextDueAt);
        if (nextDueAt is not null)
            _known.AddOrUpdate(incident.Id, incident, (_, known) => known.Version > incident.Version ? known : incident);
        else if (_known.TryGetValue(incident.Id, out var known) && known.Version <= incident.Version)
            _known.TryRemove(KeyValuePair.Create(incident.Id, known));
        _loop.WakeUp();
    }

    private async Task RecordWaitingAsync(CancellationToken cancellationToken)
    {
        foreach (var id in _queue.Waiting)
        {
            try
            {
                await _manager.RecordWaitingAsync(id, cancellationToken).ConfigureAwait(false);
                if (_queue.FactsOf(id) is { Count: > 0 } facts)
                {
                    await _manager.RecordPagingAsync(id, facts, cancellationToken, Refused).ConfigureAwait(false);
                    _queue.ForgetFacts(id, facts.Count);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                _logger.StillWaiting(e, id);
            }
        }
    }

    private async Task<IReadOnlyList<IncidentId>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        HashSet<IncidentId> due = [.. _due.By(now)];
        try
        {
            await foreach (var (incident, _) in _store.ListDueAsync(now, cancellationToken).ConfigureAwait(false))
                due.Add(incident);
            _unrecordable.Clear();
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _logger.DueUnknown(e);
        }

        return [.. due.Except(_unrecordable.Keys)];
    }

    // Whether anything was done; one that never ends is looked at again later, and not at once.
    private async Task<bool> PageOrLogAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var moves = 0;
        try
        {
            (Incident Incident, long Version)? view = null;
            while (moves < MostMoves)
            {
                view ??= await ViewAsync(id, cancellationToken).ConfigureAwait(false);
                if (view is not var (incident, version))
                    break;
                (var isDone, view) = await PageNextAsync(incident, version, cancellationToken).ConfigureAwait(false);
                if (!isDone)
                    break;
                moves++;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _logger.PagingFailed(e, id);
        }

        return moves is > 0 and < MostMoves;
    }

    // Whether anything was done, and the incident after it; null if it has to be looked up again.
    private async Task<(bool IsDone, (Incident Incident, long Version)? After)> PageNextAsync(
        Incident incident, long version, CancellationToken cancellationToken)
    {
        var (id, policy, now) = (incident.Id, _policies.Of(incident), _clock.GetUtcNow());
        var next = EscalationEngine.Next(incident, policy, now);
        if (next is not { } action || action.DueAt > now)
        {
            _due.Settle(id, version, next?.DueAt);
            return (false, null);
        }

        var people = await _audiences.BehindAsync(action, incident, now, cancellationToken).ConfigureAwait(false);
        var facts = action.Resolve(id, now, target => people[target]);
        // What was done and may not be recorded is not done again.
        if (facts.Any(fact => _refused.ContainsKey(fact.Delivery)))
            return (false, null);
        Task<RecordPaging>[] pages = [.. facts.Select(fact =>
            fact.Fact == PagingFact.Paged
                ? _sender.PageAsync(action.RequestFor(fact, facts, incident, policy, now), fact, cancellationToken)
                : Task.FromResult(fact))];
        await ((Task)Task.WhenAll(pages)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Where the host stops meanwhile, those that went out are recorded, and the others are made again by the next one.
        RecordPaging[] done = [.. pages.Where(page => page.IsCompletedSuccessfully).Select(page => page.Result)];
        var (isRecorded, after) = done.Length > 0 ? await RecordAsync(id, done).ConfigureAwait(false) : (false, null);
        cancellationToken.ThrowIfCancellationRequested();
        return (isRecorded, after is null ? null : (after, after.Version));
    }

    // What this process knows last stands in for what the store does not say. The version is that of what was recorded.
    private async Task<(Incident Incident, long Version)?> ViewAsync(IncidentId id, CancellationToken cancellationToken)
    {
        // Asked for before the incident: what is recorded in between stands in both, and in none it would be done again.
        var waiting = _queue.FactsOf(id);
        Incident? incident;
        try
        {
            incident = await _manager.FindAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            incident = _known.GetValueOrDefault(id);
        }

        return incident is null ? null : (_manager.With(incident, waiting), incident.Version);
    }

    // The pages are out: they are recorded, whoever has given up.
    private async Task<(bool IsDone, Incident? After)> RecordAsync(IncidentId id, RecordPaging[] facts)
    {
        try
        {
            return (true, await _manager
                .RecordPagingAsync(id, [.. _queue.FactsOf(id), .. facts], CancellationToken.None, Refused)
                .ConfigureAwait(false));
        }
        catch (Exception e)
        {
            if (_queue.TryKeep(id, facts))
            {
                _logger.PagesKept(e, id, facts.Length);
                return (true, null);
            }

            _logger.PagesLost(e, id, facts.Length);
            _unrecordable[id] = true;
            return (false, null);
        }
    }

    private void Refused(RecordPaging fact, Decision decision)
    {
        if (_refused.TryAdd(fact.Delivery, true))
            _logger.PageNotRecorded(fact.Delivery, string.Join(" ", decision.Violations.Select(violation => violation.Rule)));
    }
}
