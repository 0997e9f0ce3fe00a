using System.Runtime.CompilerServices;

namespace IncidentKit.Tests.Paging;

/// <summary>A store in memory that fails at random: before it does something, or after it did.</summary>
internal sealed class FailingStore(Random random) : IIncidentStore
{
    private readonly InMemoryIncidentStore _inner = new();

    public bool IsSound { get; set; }

    public async ValueTask AppendAsync(IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken)
    {
        FailAtRandom();
        await _inner.AppendAsync(id, expectedVersion, commit, cancellationToken);
        FailAtRandom();
    }

    public ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        FailAtRandom();
        return _inner.ReadAsync(id, cancellationToken);
    }

    public ValueTask<(IncidentId Incident, DateTimeOffset DueAt)?> NextDueAsync(CancellationToken cancellationToken) => _inner.NextDueAsync(cancellationToken);

    public async IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FailAtRandom();
        await foreach (var due in _inner.ListDueAsync(until, cancellationToken))
            yield return due;
    }

    public ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken) => _inner.FindOpenByAlertKeyAsync(key, cancellationToken);

    public ValueTask<IncidentId?> FindByIdempotencyKeyAsync(string key, CancellationToken cancellationToken) => _inner.FindByIdempotencyKeyAsync(key, cancellationToken);

    public IAsyncEnumerable<IncidentSummary> ListOpenAsync(CancellationToken cancellationToken) => _inner.ListOpenAsync(cancellationToken);

    public IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken) => _inner.SearchAsync(query, cancellationToken);

    public ValueTask<int> NextNumberAsync(CancellationToken cancellationToken)
    {
        FailAtRandom();
        return _inner.NextNumberAsync(cancellationToken);
    }

    private void FailAtRandom()
    {
        if (!IsSound && random.Next(3) == 0)
            throw new IOException("the store is down");
    }
}
