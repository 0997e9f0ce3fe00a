namespace IncidentKit.Testing;

/// <summary>How a fake port answers: as it is told for the next calls, in order, and then that it is delivered.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class PortScript
{
    private readonly Lock _lock = new();
    private readonly Queue<Func<CancellationToken, Task<DeliveryResult>>> _next = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _calls = [];

    /// <summary>The delivery ids of all calls so far, repeats and failures included.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

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

    /// <summary>The next call that is not scripted yet hangs until it is given up.</summary>
    public PortScript ThenHang() => Then(async cancellationToken =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        return DeliveryResult.Unknown("given_up");
    });

    /// <summary>Answers a call, and says whether the request is new and delivered, so that it counts.</summary>
    internal async ValueTask<(DeliveryResult Result, bool Counts)> AnswerAsync(
        string deliveryId, DeliveryResult delivered, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task<DeliveryResult>>? scripted;
        lock (_lock)
        {
            _calls.Add(deliveryId);
            _next.TryDequeue(out scripted);
        }

        var result = scripted is null ? delivered : await scripted(cancellationToken).ConfigureAwait(false);
        lock (_lock)
            return (result, result.Outcome == DeliveryOutcome.Delivered && _seen.Add(deliveryId));
    }

    private PortScript Then(Func<CancellationToken, Task<DeliveryResult>> answer)
    {
        lock (_lock)
            _next.Enqueue(answer);
        return this;
    }
}
