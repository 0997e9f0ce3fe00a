using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentKit.Hosting;

/// <summary>Hands the deliveries of commits to their connections: at least once, per incident and connection in order.</summary>
/// <remarks>
/// Runs as a hosted service, and wakes when a delivery comes due, on a change in this process, and every 15 seconds at the latest, since
/// others may write to the store too. Each connection and each incident fails on its own. Several hosts may run one each
/// on one store: a delivery is held by one of them at a time. A host without hosted services calls
/// <see cref="DispatchAsync"/> itself. Thread-safe.
/// </remarks>
public sealed class DeliveryDispatcher : BackgroundService
{
    private readonly IncidentManager _manager;
    private readonly IOutboxStore? _outbox;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyList<DeliveryLine> _lines;

    /// <summary>Creates a dispatcher.</summary>
    /// <param name="connections">Who delivers.</param>
    /// <param name="manager">Says how incidents stand, and records what deliveries come to.</param>
    /// <param name="store">Keeps the deliveries.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="options">How deliveries are tried.</param>
    /// <param name="meters">Makes the meter; one of the process where null.</param>
    /// <param name="logger">Takes failures; nobody where null.</param>
    /// <exception cref="ArgumentException">The options are unsound; every fault is named.</exception>
    /// <exception cref="InvalidOperationException">There are connections, and the store has no outbox.</exception>
    public DeliveryDispatcher(
        IncidentConnections connections,
        IncidentManager manager,
        IIncidentStore store,
        TimeProvider clock,
        DeliveryOptions options,
        IMeterFactory? meters = null,
        ILogger<DeliveryDispatcher>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(connections);
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        if (string.Join(" ", options.Faults()) is { Length: > 0 } faults)
            throw new ArgumentException(faults, nameof(options));
        if (store.Outbox is null && connections.All is [var first, ..])
        {
            throw new InvalidOperationException(
                $"The store {store.GetType().Name} has no outbox, so nothing can be delivered to {first.Name}. "
                + "Use a store whose Outbox is not null, or remove the integrations.");
        }

        (_manager, _outbox, _clock) = (manager, store.Outbox, clock);
        var log = logger ?? (ILogger)NullLogger.Instance;
        var instruments = DeliveryInstruments.Of(meters, clock);
        _lines =
        [
            .. connections.All.Select(
                connection => new DeliveryLine(connection, manager, store.Outbox!, clock, options, instruments, log)),
        ];
    }

    /// <summary>How long it sleeps at most.</summary>
    public static TimeSpan LongestSleep => DueLoop.LongestSleep;

    /// <summary>Tries everything that is due, until nothing is due any more, and waits for the attempts.</summary>
    /// <returns>When to look again, <see cref="LongestSleep"/> from now at the latest.</returns>
    public async Task<DateTimeOffset> DispatchAsync(CancellationToken cancellationToken = default)
    {
        var next = await Task.WhenAll(_lines.Select(line => DrainAsync(line, cancellationToken))).ConfigureAwait(false);
        return next.Append(_clock.GetUtcNow().Plus(LongestSleep)).Min();
    }

    /// <summary>
    /// Puts a delivery that was set aside back to its place: it is tried at once, before what came after it and still waits.
    /// </summary>
    /// <param name="setAside">The delivery, as <see cref="IOutboxStore.ListDeliveriesSetAsideAsync"/> lists it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it is set aside no more.</returns>
    public async Task<bool> RetryAsync(DeliverySetAside setAside, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(setAside);
        if (_outbox is null)
            return false;
        var found = await _outbox
            .RetryDeliveryAsync(setAside.Incident, setAside.Delivery.Port, setAside.Delivery.Id, _clock.GetUtcNow(), cancellationToken)
            .ConfigureAwait(false);
        Ring();
        return found;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = _manager.Subscribe(new CommitSignal(Ring));
        await Task.WhenAll(_lines.Select(line => line.RunAsync(stoppingToken))).ConfigureAwait(false);
    }

    private static async Task<DateTimeOffset> DrainAsync(DeliveryLine line, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (attempts, next) = await line.LookAsync(cancellationToken).ConfigureAwait(false);
            if (attempts.Count == 0)
                return next;
            await Task.WhenAll(attempts).ConfigureAwait(false);
        }
    }

    private void Ring()
    {
        foreach (var line in _lines)
            line.Ring();
    }
}
