using System.Runtime.CompilerServices;

namespace IncidentKit;

// The deliveries of commits, under the same lock as the commits themselves.
public sealed partial class InMemoryIncidentStore
{
    private readonly InMemoryDeliveries _deliveries = new();

    /// <summary>How many objects are kept for what is open, due, or to be delivered: none once all of it is over.</summary>
    internal int KeptForOpenIncidentsAndDeliveries
    {
        get
        {
            lock (_lock)
                return _open.Count + _due.Count + _openByAlertKey.Count + _deliveries.Kept;
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<HeldDelivery>> HoldDeliveriesAsync(
        string port,
        DateTimeOffset now,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(port);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, now);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return Locked(() => _deliveries.Hold(port, now, until, most), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDeliveryAsync(string port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(port);
        return Locked(() => _deliveries.Next(port), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> CompleteDeliveryAsync(HeldDelivery held, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        return Locked(() => _deliveries.Complete(held), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> PostponeDeliveryAsync(
        HeldDelivery held, DateTimeOffset notBefore, bool isFailure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        return Locked(() => _deliveries.Postpone(held, notBefore, isFailure), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> SetDeliveryAsideAsync(HeldDelivery held, DateTimeOffset at, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Locked(() => _deliveries.SetAside(held, at, reason), cancellationToken);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<DeliverySetAside> ListDeliveriesSetAsideAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var aside in await Locked(_deliveries.ListSetAside, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return aside;
        }
    }

    /// <inheritdoc />
    public ValueTask<bool> RetryDeliveryAsync(
        IncidentId incident,
        string port,
        string id,
        DateTimeOffset notBefore,
        CancellationToken cancellationToken)
    {
        IncidentId.ThrowIfDefault(incident, nameof(incident));
        ArgumentNullException.ThrowIfNull(port);
        ArgumentNullException.ThrowIfNull(id);
        return Locked(() => _deliveries.Retry(incident, port, id, notBefore), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DeliveryBacklog>> ReadDeliveryBacklogAsync(CancellationToken cancellationToken) =>
        Locked(_deliveries.Backlog, cancellationToken);

    private ValueTask<T> Locked<T>(Func<T> ask, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return new(ask());
    }
}
