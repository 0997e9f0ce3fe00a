using System.Collections.Concurrent;

namespace IncidentKit.Testing;

/// <summary>What a fake port took in, each delivery once.</summary>
internal sealed class Recorded<T>
{
    private readonly ConcurrentQueue<T> _items = [];

    public IReadOnlyList<T> Items => [.. _items];

    public async ValueTask<DeliveryResult> TakeAsync(
        PortScript script,
        string deliveryId,
        T item,
        DeliveryResult delivered,
        CancellationToken cancellationToken)
    {
        var (result, counts) = await script.AnswerAsync(deliveryId, delivered, cancellationToken).ConfigureAwait(false);
        if (counts)
            _items.Enqueue(item);
        return result;
    }
}
