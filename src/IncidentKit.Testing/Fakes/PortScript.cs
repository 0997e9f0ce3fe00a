using System.Collections.Concurrent;

namespace IncidentKit.Testing;

/// <summary>How a fake port answers: as scripted for the next calls, then that it is delivered.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class PortScript
{
    private readonly ConcurrentQueue<Func<CancellationToken, Task<DeliveryResult>>> _next = [];
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly ConcurrentQueue<string> _calls = [];

    /// <summary>The delivery ids of all calls so far, repeats and failures included.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>The next call that is not scripted yet gets this answer.</summary>
    public PortScript ThenAnswer(DeliveryResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Then(_ => Task.FromResult(result));
    }

    /// <summary>The next call that is not scripted yet throws.</summary>
    public PortScript ThenThrow(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Then(_ => Task.FromException<DeliveryResult>(exception));
    }

    /// <summary>The next call that is not scripted yet hangs until it is cancelled.</summary>
    public PortScript ThenHang() => Then(async cancellationToken =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        return DeliveryResult.Unknown("given_up");
    });

    /// <summary>Answers a call, and says whether the request is new and delivered, so that it counts.</summary>
    internal async ValueTask<(DeliveryResult Result, bool Counts)> AnswerAsync(
        string deliveryId, DeliveryResult delivered, CancellationToken cancellationToken)
    {
        _calls.Enqueue(deliveryId);
        var result = _next.TryDequeue(out var scripted) ? await scripted(cancellationToken).ConfigureAwait(false) : delivered;
        return (result, result.Outcome == DeliveryOutcome.Delivered && _seen.TryAdd(deliveryId, true));
    }

    private PortScript Then(Func<CancellationToken, Task<DeliveryResult>> answer)
    {
        _next.Enqueue(answer);
        return this;
    }
}
