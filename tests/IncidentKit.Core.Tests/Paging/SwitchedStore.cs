using IncidentKit.Testing;

namespace IncidentKit.Tests.Paging;

/// <summary>A store in memory that can be switched off.</summary>
internal sealed class SwitchedStore(IIncidentStore? inner = null) : DelegatingIncidentStore(inner ?? new InMemoryIncidentStore())
{
    public bool IsDown { get; set; }

    private IIncidentStore Up => IsDown ? throw new IOException("the store is down") : Inner;

    public override ValueTask AppendAsync(
        IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken) =>
        Up.AppendAsync(id, expectedVersion, commit, cancellationToken);

    public override ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken) =>
        Up.ReadAsync(id, cancellationToken);

    public override IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(
        DateTimeOffset until, CancellationToken cancellationToken) => Up.ListDueAsync(until, cancellationToken);

    public override ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken) =>
        Up.FindOpenByAlertKeyAsync(key, cancellationToken);

    public override ValueTask<IdempotencyRecord?> FindByIdempotencyKeyAsync(
        IncidentId? incident, string key, CancellationToken cancellationToken) =>
        Up.FindByIdempotencyKeyAsync(incident, key, cancellationToken);

    public override ValueTask<int?> NextNumberAsync(CancellationToken cancellationToken) => Up.NextNumberAsync(cancellationToken);
}
