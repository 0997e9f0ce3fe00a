using Microsoft.Extensions.Logging;

namespace IncidentKit.Hosting;

/// <summary>Delivers to one port. Each incident's head of queue is an attempt of its own; nothing waits for another port.</summary>
internal sealed class DeliveryLine(
    IIncidentConnection connection,
    IncidentManager manager,
    IOutboxStore outbox,
    TimeProvider clock,
    DeliveryOptions options,
    DeliveryInstruments instruments,
    ILogger logger)
{
    private readonly Alarm _alarm = new(clock);
    private int _running;

    public string Port => connection.Name;

    /// <summary>How the connection is called: on a thread of the pool, so that one that blocks blocks nobody else.</summary>
    internal Func<Func<Task<DeliveryResult>>, Task<DeliveryResult>> Calling { get; init; } = static call => Task.Run(call);

    public void Ring() => _alarm.Ring();

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var changed = _alarm.Set();
            var (_, next) = await LookAsync(stopping).ConfigureAwait(false);
            await _alarm.SleepAsync(next - clock.GetUtcNow(), changed, stopping).ConfigureAwait(false);
        }
    }

    /// <summary>Begins an attempt of all that is due, as far as there are places, and waits for none of them.</summary>
    /// <returns>The attempts, and when to look again; an attempt that ends rings before.</returns>
    public async Task<(IReadOnlyList<Task> Attempts, DateTimeOffset Next)> LookAsync(CancellationToken stopping)
    {
        try
        {
            var now = clock.GetUtcNow();
            var latest = now.Plus(DeliveryDispatcher.LongestSleep);
            var places = options.MostAtOnce - Volatile.Read(ref _running);
            if (places <= 0)
                return ([], latest);
            var held = await outbox
                .HoldDeliveriesAsync(Port, now, now.Plus(options.AttemptLimit).Plus(options.HoldMargin), places, stopping)
                .ConfigureAwait(false);
            List<Task> attempts = [.. held.Select(delivery => AttemptAsync(delivery, stopping))];
            if (held.Count >= places)
                return (attempts, latest);
            var next = await outbox.NextDeliveryAsync(Port, stopping).ConfigureAwait(false);
            return (attempts, next < latest ? next.Value : latest);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            logger.DeliveryLookFailed(e, Port);
            return ([], clock.GetUtcNow().Plus(options.FirstDelay));
        }
    }

    private async Task AttemptAsync(HeldDelivery held, CancellationToken stopping)
    {
        Interlocked.Increment(ref _running);
        try
        {
            using var attempt = instruments.Start(held);
            var (result, error, restricted) = await TryAsync(held, stopping).ConfigureAwait(false);
            attempt.End(result?.Outcome, error);
            await SettleAsync(held, result, restricted ? null : error).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            logger.DeliveryNotSettled(e, held.Attempt, held.Delivery.Kind, held.Incident, Port);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Ring();
        }
    }

    // No result where the host stops, or the store cannot say how the incident stands: then the connection has not been
    // asked, or nobody waits for it.
    private async Task<(DeliveryResult? Result, Exception? Error, bool Restricted)> TryAsync(HeldDelivery held, CancellationToken stopping)
    {
        if (held.Failures >= options.MostFailures)
            return (DeliveryResult.Unknown("no_word"), null, false);
        var restricted = true;
        var asked = false;
        using var limit = new CancellationTokenSource(options.AttemptLimit, clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            var incident = await manager.FindAsync(held.Incident, over.Token).ConfigureAwait(false)
                ?? throw new IncidentNotFoundException(held.Incident);
            restricted = incident.IsRestricted;
            var attempt = new DeliveryAttempt
            {
                Delivery = held.Delivery,
                Incident = connection.KeepsRestrictions ? incident : incident.ForOutsiders(),
                Number = held.Attempt,
            };
            asked = true;
            var result =
                await Calling(() => connection.DeliverAsync(attempt, over.Token).AsTask()).WaitAsync(over.Token).ConfigureAwait(false);
            if (result is { Fact: { } fact, Outcome: DeliveryOutcome.Delivered })
                await RecordAsync(held, fact, over.Token).ConfigureAwait(false);
            return (result, null, restricted);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return (null, null, restricted);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return (asked ? DeliveryResult.Unknown("timeout") : null, null, restricted);
        }
        catch (Exception e)
        {
            return (asked ? DeliveryResult.Unknown(e.GetType().Name) : null, e, restricted);
        }
    }

    private async Task RecordAsync(HeldDelivery held, IncidentCommand fact, CancellationToken cancellationToken)
    {
        try
        {
            var decision = await manager
                .ExecuteAsync(held.Incident, fact with { IdempotencyKey = $"delivery {held.Delivery.Id}" }, cancellationToken)
                .ConfigureAwait(false);
            if (decision.IsRefused)
            {
                logger.FactRefused(
                    held.Delivery.Kind, Port, held.Incident, string.Join(", ", decision.Violations.Select(violation => violation.Rule)));
            }
        }
        catch (IdempotencyKeyReusedException)
        {
            // It was recorded by an earlier attempt, to which the service gave another answer.
        }
    }

    private async Task SettleAsync(HeldDelivery held, DeliveryResult? result, Exception? error)
    {
        var now = clock.GetUtcNow();
        switch (result)
        {
            case { Outcome: DeliveryOutcome.Delivered or DeliveryOutcome.Withheld }:
                await outbox.CompleteDeliveryAsync(held, CancellationToken.None).ConfigureAwait(false);
                instruments.Delivered(held, now);
                logger.Delivered(held.Delivery.Kind, held.Incident, Port, result.Outcome, held.Attempt);
                break;
            case { Outcome: DeliveryOutcome.Refused }:
                await SetAsideAsync($"refused: {result.Code}", error).ConfigureAwait(false);
                break;
            case { Outcome: DeliveryOutcome.Unknown } when held.Failures + 1 >= options.MostFailures:
                var failures = Math.Max(held.Failures, options.MostFailures);
                await SetAsideAsync($"{failures} attempts failed, the last one with: {result.Code}", error).ConfigureAwait(false);
                break;
            default:
                var delay = BackOff.After(options, held.Delivery.Id, held.Attempt);
                // What a service asks for is kept, for a day at most.
                if (result?.After is { } asked)
                    delay = asked > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : asked > options.FirstDelay ? asked : options.FirstDelay;
                await outbox
                    .PostponeDeliveryAsync(held, now.Plus(delay), result?.Outcome == DeliveryOutcome.Unknown, CancellationToken.None)
                    .ConfigureAwait(false);
                if (result?.Outcome != DeliveryOutcome.Throttled)
                    logger.DeliveryFailed(error, held.Attempt, held.Delivery.Kind, held.Incident, Port, now.Plus(delay));
                break;
        }

        async Task SetAsideAsync(string reason, Exception? cause)
        {
            await outbox.SetDeliveryAsideAsync(held, now, reason, CancellationToken.None).ConfigureAwait(false);
            instruments.SetAside(held, result!.Outcome);
            logger.DeliverySetAside(cause, held.Delivery.Kind, held.Incident, Port, held.Attempt);
        }
    }
}
