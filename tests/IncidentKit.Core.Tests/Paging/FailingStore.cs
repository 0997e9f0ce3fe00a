using IncidentKit.Testing;

namespace IncidentKit.Tests.Paging;

/// <summary>A store in memory that fails at random: before it does something, or after it did.</summary>
internal sealed class FailingStore(Random random) : DelegatingIncidentStore(new InMemoryIncidentStore())
{
    public bool IsSound { get; set; }

    public override async ValueTask AppendAsync(
        IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken)
    {
        FailAtRandom();
        await Inner.AppendAsync(id, expectedVersion, commit, cancellationToken);
        FailAtRandom();
    }

    public override ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        FailAtRandom();
        return Inner.ReadAsync(id, cancellationToken);
    }

    public override IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(
        DateTimeOffset until, CancellationToken cancellationToken)
    {
        FailAtRandom();
        return Inner.ListDueAsync(until, cancellationToken);
    }

    public override ValueTask<int?> NextNumberAsync(CancellationToken cancellationToken)
    {
        FailAtRandom();
        return Inner.NextNumberAsync(cancellationToken);
    }

    private void FailAtRandom()
    {
        if (!IsSound && random.Next(3) == 0)
            throw new IOException("the store is down");
    }
}
