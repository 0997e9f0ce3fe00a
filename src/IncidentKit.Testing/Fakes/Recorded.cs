namespace IncidentKit.Testing;

/// <summary>Keeps each delivery once.</summary>
internal sealed class Recorded<T>
{
    private readonly Lock _lock = new();
    private readonly List<T> _items = [];

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_lock)
                return [.. _items];
        }
    }

    public async ValueTask<DeliveryResult> TakeAsync(
        PortScript script,
        string deliveryId,
        T item,
        DeliveryResult delivered,
        CancellationToken cancellationToken)
    {
        var (result, counts) = await script.AnswerAsync(deliveryId, delivered, cancellationToken).ConfigureAwait(false);
        if (counts)
        {
            lock (_lock)
                _items.Add(item);
        }

        return result;
    }
}
