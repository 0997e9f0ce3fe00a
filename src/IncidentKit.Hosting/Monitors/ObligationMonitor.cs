using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentKit.Hosting;

/// <summary>Records each missed obligation once, as it comes due, and so tells the observers.</summary>
/// <remarks>
/// Runs as a hosted service, and wakes at the next due instant, on a change in this process, and every 15 seconds at the latest, since
/// others may write to the store too. What is recorded does not hang on how often it wakes: a miss happened at its due instant, and is
/// recorded even where the obligation was met by then, only late. Several hosts may run one each on one store: the version that a
/// commit expects settles every race. A host without hosted services calls <see cref="CheckAsync"/> itself. Thread-safe.
/// </remarks>
public sealed class ObligationMonitor : BackgroundService
{
    private static readonly SystemActor Self = new("obligation-monitor");

    private readonly IncidentManager _manager;
    private readonly IIncidentStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly DueLoop _loop;

    /// <summary>Creates a monitor.</summary>
    /// <param name="manager">Records the misses.</param>
    /// <param name="store">Says which incidents are due.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="logger">Takes failures; nobody where null.</param>
    public ObligationMonitor(IncidentManager manager, IIncidentStore store, TimeProvider clock, ILogger<ObligationMonitor>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        (_manager, _store, _clock, _logger) = (manager, store, clock, logger ?? NullLogger<ObligationMonitor>.Instance);
        _loop = new DueLoop(clock, CheckAsync, _logger.LookFailed);
    }

    /// <summary>How long it sleeps at most.</summary>
    public static TimeSpan LongestSleep => DueLoop.LongestSleep;

    /// <summary>Records what has come due until now.</summary>
    /// <returns>When to look again: the next due instant, and <see cref="LongestSleep"/> from now at the latest.</returns>
    /// <remarks>
    /// An incident that cannot be handled is logged, and holds up no other. A failure of the store to list what
    /// is due comes out as it is.
    /// </remarks>
    public async Task<DateTimeOffset> CheckAsync(CancellationToken cancellationToken = default)
    {
        var now = _clock.GetUtcNow();
        await foreach (var (incident, dueAt) in _store.ListDueAsync(now, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await _manager.ExecuteAsync(incident, new CheckObligations { By = Self }, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                _logger.CheckFailed(e, incident, dueAt);
            }
        }

        var latest = _clock.GetUtcNow().Plus(LongestSleep);
        await foreach (var (_, dueAt) in _store.ListDueAsync(latest, cancellationToken).ConfigureAwait(false))
        {
            if (dueAt > now)
                return dueAt;
        }

        return latest;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = _manager.Subscribe(new CommitSignal(_loop.WakeUp));
        await _loop.RunAsync(stoppingToken).ConfigureAwait(false);
    }
}
