using System.Runtime.CompilerServices;

namespace IncidentKit.Tests.Paging;

/// <summary>A store in memory that can be switched off.</summary>
internal sealed class SwitchedStore : IIncidentStore
{
    private readonly InMemoryIncidentStore _inner = new();

    public bool IsDown { get; set; }

    private InMemoryIncidentStore Up => IsDown ? throw new IOException("the store is down") : _inner;

    public ValueTask AppendAsync(IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken) => Up.AppendAsync(id, expectedVersion, commit, cancellationToken);

    public ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken) => Up.ReadAsync(id, cancellationToken);

    public ValueTask<(IncidentId Incident, DateTimeOffset DueAt)?> NextDueAsync(CancellationToken cancellationToken) => Up.NextDueAsync(cancellationToken);

    public async IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var due in Up.ListDueAsync(until, cancellationToken))
            yield return due;
    }

    public ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken) => Up.FindOpenByAlertKeyAsync(key, cancellationToken);

    public ValueTask<IncidentId?> FindByIdempotencyKeyAsync(string key, CancellationToken cancellationToken) => Up.FindByIdempotencyKeyAsync(key, cancellationToken);

    public IAsyncEnumerable<IncidentSummary> ListOpenAsync(CancellationToken cancellationToken) => Up.ListOpenAsync(cancellationToken);

    public IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken) => Up.SearchAsync(query, cancellationToken);

    public ValueTask<int> NextNumberAsync(CancellationToken cancellationToken) => Up.NextNumberAsync(cancellationToken);
}
