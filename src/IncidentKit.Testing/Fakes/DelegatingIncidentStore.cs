namespace IncidentKit.Testing;

/// <summary>A store around another one: override what should be different, such as a call that fails, and the rest goes through.</summary>
/// <remarks>As thread-safe as the store inside and what is overridden.</remarks>
/// <param name="inner">The store inside.</param>
public abstract class DelegatingIncidentStore(IIncidentStore inner) : IIncidentStore
{
    /// <summary>The store inside.</summary>
    protected IIncidentStore Inner => inner;

    /// <inheritdoc />
    public virtual ValueTask AppendAsync(IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken) =>
        inner.AppendAsync(id, expectedVersion, commit, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken) =>
        inner.ReadAsync(id, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<(IncidentId Incident, DateTimeOffset DueAt)?> NextDueAsync(CancellationToken cancellationToken) =>
        inner.NextDueAsync(cancellationToken);

    /// <inheritdoc />
    public virtual IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(
        DateTimeOffset until, CancellationToken cancellationToken) => inner.ListDueAsync(until, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken) =>
        inner.FindOpenByAlertKeyAsync(key, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IncidentId?> FindByIdempotencyKeyAsync(string key, CancellationToken cancellationToken) =>
        inner.FindByIdempotencyKeyAsync(key, cancellationToken);

    /// <inheritdoc />
    public virtual IAsyncEnumerable<IncidentSummary> ListOpenAsync(CancellationToken cancellationToken) =>
        inner.ListOpenAsync(cancellationToken);

    /// <inheritdoc />
    public virtual IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken) =>
        inner.SearchAsync(query, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<int> NextNumberAsync(CancellationToken cancellationToken) => inner.NextNumberAsync(cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IReadOnlyList<HeldDelivery>> HoldDeliveriesAsync(
        string port,
        DateTimeOffset now,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken) =>
        inner.HoldDeliveriesAsync(port, now, until, most, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<DateTimeOffset?> NextDeliveryAsync(string port, CancellationToken cancellationToken) =>
        inner.NextDeliveryAsync(port, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<bool> CompleteDeliveryAsync(HeldDelivery held, CancellationToken cancellationToken) =>
        inner.CompleteDeliveryAsync(held, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<bool> PostponeDeliveryAsync(
        HeldDelivery held, DateTimeOffset notBefore, bool isFailure, CancellationToken cancellationToken) =>
        inner.PostponeDeliveryAsync(held, notBefore, isFailure, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<bool> SetDeliveryAsideAsync(
        HeldDelivery held, DateTimeOffset at, string reason, CancellationToken cancellationToken) =>
        inner.SetDeliveryAsideAsync(held, at, reason, cancellationToken);

    /// <inheritdoc />
    public virtual IAsyncEnumerable<DeliverySetAside> ListDeliveriesSetAsideAsync(CancellationToken cancellationToken) =>
        inner.ListDeliveriesSetAsideAsync(cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<bool> RetryDeliveryAsync(
        IncidentId incident,
        string port,
        string id,
        DateTimeOffset notBefore,
        CancellationToken cancellationToken) =>
        inner.RetryDeliveryAsync(incident, port, id, notBefore, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IReadOnlyList<DeliveryBacklog>> ReadDeliveryBacklogAsync(CancellationToken cancellationToken) =>
        inner.ReadDeliveryBacklogAsync(cancellationToken);
}
