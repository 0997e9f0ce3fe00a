namespace IncidentKit.Testing;

/// <summary>A store around another one: override what should be different, such as a call that fails, and the rest goes through.</summary>
/// <remarks>As thread-safe as the store inside and what is overridden.</remarks>
/// <param name="inner">The store inside.</param>
public abstract class DelegatingIncidentStore(IIncidentStore inner) : IIncidentStore, IOutboxStore
{
    /// <summary>The store inside.</summary>
    protected IIncidentStore Inner => inner;

    /// <summary>Itself around the outbox of the store inside; null if that has none.</summary>
    public virtual IOutboxStore? Outbox => inner.Outbox is null ? null : this;

    /// <inheritdoc />
    public virtual ValueTask AppendAsync(IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken) =>
        inner.AppendAsync(id, expectedVersion, commit, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken) =>
        inner.ReadAsync(id, cancellationToken);

    /// <inheritdoc />
    public virtual IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(
        DateTimeOffset until, CancellationToken cancellationToken) => inner.ListDueAsync(until, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken) =>
        inner.FindOpenByAlertKeyAsync(key, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IdempotencyRecord?> FindByIdempotencyKeyAsync(
        IncidentId? incident, string key, CancellationToken cancellationToken) =>
        inner.FindByIdempotencyKeyAsync(incident, key, cancellationToken);

    /// <inheritdoc />
    public virtual IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken) =>
        inner.SearchAsync(query, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<int?> NextNumberAsync(CancellationToken cancellationToken) => inner.NextNumberAsync(cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IReadOnlyList<HeldDelivery>> HoldDeliveriesAsync(
        string port,
        DateTimeOffset now,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken) =>
        inner.Outbox!.HoldDeliveriesAsync(port, now, until, most, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DateTimeOffset?> NextDeliveryAsync(string port, CancellationToken cancellationToken) =>
        inner.Outbox!.NextDeliveryAsync(port, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<bool> CompleteDeliveryAsync(HeldDelivery held, CancellationToken cancellationToken) =>
        inner.Outbox!.CompleteDeliveryAsync(held, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<bool> PostponeDeliveryAsync(
        HeldDelivery held, DateTimeOffset notBefore, bool isFailure, CancellationToken cancellationToken) =>
        inner.Outbox!.PostponeDeliveryAsync(held, notBefore, isFailure, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<bool> SetDeliveryAsideAsync(
        HeldDelivery held, DateTimeOffset at, string reason, CancellationToken cancellationToken) =>
        inner.Outbox!.SetDeliveryAsideAsync(held, at, reason, cancellationToken);

    /// <inheritdoc />
    public virtual IAsyncEnumerable<DeliverySetAside> ListDeliveriesSetAsideAsync(CancellationToken cancellationToken) =>
        inner.Outbox!.ListDeliveriesSetAsideAsync(cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<bool> RetryDeliveryAsync(
        IncidentId incident,
        string port,
        string id,
        DateTimeOffset notBefore,
        CancellationToken cancellationToken) =>
        inner.Outbox!.RetryDeliveryAsync(incident, port, id, notBefore, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IReadOnlyList<DeliveryBacklog>> ReadDeliveryBacklogAsync(CancellationToken cancellationToken) =>
        inner.Outbox!.ReadDeliveryBacklogAsync(cancellationToken);
}
