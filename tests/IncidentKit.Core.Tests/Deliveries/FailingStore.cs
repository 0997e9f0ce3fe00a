namespace IncidentKit.Tests.Deliveries;

/// <summary>A host's way to a store: it fails at random, before or after the store has done what it was asked, and for good once the host is down.</summary>
internal sealed class FailingStore(IIncidentStore store, Random random, int oneIn) : IIncidentStore
{
    public bool IsDown { get; set; }

    public ValueTask AppendAsync(IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken) => store.AppendAsync(id, expectedVersion, commit, cancellationToken);

    public ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken) => Ask(() => store.ReadAsync(id, cancellationToken));

    public ValueTask<(IncidentId Incident, DateTimeOffset DueAt)?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueAsync(cancellationToken);

    public IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(DateTimeOffset until, CancellationToken cancellationToken) => store.ListDueAsync(until, cancellationToken);

    public ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken) => store.FindOpenByAlertKeyAsync(key, cancellationToken);

    public ValueTask<IncidentId?> FindByIdempotencyKeyAsync(string key, CancellationToken cancellationToken) => store.FindByIdempotencyKeyAsync(key, cancellationToken);

    public IAsyncEnumerable<IncidentSummary> ListOpenAsync(CancellationToken cancellationToken) => store.ListOpenAsync(cancellationToken);

    public IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken) => store.SearchAsync(query, cancellationToken);

    public ValueTask<int> NextNumberAsync(CancellationToken cancellationToken) => store.NextNumberAsync(cancellationToken);

    public ValueTask<IReadOnlyList<HeldDelivery>> HoldDeliveriesAsync(string port, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellationToken) =>
        Ask(() => store.HoldDeliveriesAsync(port, now, until, most, cancellationToken));

    public ValueTask<DateTimeOffset?> NextDeliveryAsync(string port, CancellationToken cancellationToken) => Ask(() => store.NextDeliveryAsync(port, cancellationToken));

    public ValueTask<bool> CompleteDeliveryAsync(HeldDelivery held, CancellationToken cancellationToken) => Ask(() => store.CompleteDeliveryAsync(held, cancellationToken));

    public ValueTask<bool> PostponeDeliveryAsync(HeldDelivery held, DateTimeOffset notBefore, bool isFailure, CancellationToken cancellationToken) =>
        Ask(() => store.PostponeDeliveryAsync(held, notBefore, isFailure, cancellationToken));

    public ValueTask<bool> SetDeliveryAsideAsync(HeldDelivery held, DateTimeOffset at, string reason, CancellationToken cancellationToken) =>
        Ask(() => store.SetDeliveryAsideAsync(held, at, reason, cancellationToken));

    public IAsyncEnumerable<DeliverySetAside> ListDeliveriesSetAsideAsync(CancellationToken cancellationToken) => store.ListDeliveriesSetAsideAsync(cancellationToken);

    public ValueTask<bool> RetryDeliveryAsync(IncidentId incident, string port, string id, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
        store.RetryDeliveryAsync(incident, port, id, notBefore, cancellationToken);

    public ValueTask<IReadOnlyList<DeliveryBacklog>> ReadDeliveryBacklogAsync(CancellationToken cancellationToken) => store.ReadDeliveryBacklogAsync(cancellationToken);

    private ValueTask<T> Ask<T>(Func<ValueTask<T>> ask)
    {
        var fate = IsDown ? 0 : oneIn == 0 ? 2 : random.Next(2 * oneIn);
        if (fate == 0)
            throw new IOException("no connection");
        var answer = ask();
        return fate == 1 ? throw new IOException("connection lost") : answer;
    }
}
