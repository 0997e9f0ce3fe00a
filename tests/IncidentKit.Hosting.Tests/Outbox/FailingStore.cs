using IncidentKit.Testing;

namespace IncidentKit.Hosting.Tests.Outbox;

/// <summary>
/// A host's way to a store: it fails at random, before or after the store has done what it was asked, and for
/// good once the host is down.
/// </summary>
internal sealed class FailingStore(IIncidentStore store, Random random, int oneIn) : DelegatingIncidentStore(store)
{
    public bool IsDown { get; set; }

    public override ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken) =>
        Ask(() => Inner.ReadAsync(id, cancellationToken));

    public override ValueTask<IReadOnlyList<HeldDelivery>> HoldDeliveriesAsync(
        string port,
        DateTimeOffset now,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken) =>
        Ask(() => Inner.Outbox!.HoldDeliveriesAsync(port, now, until, most, cancellationToken));

    public override ValueTask<DateTimeOffset?> NextDeliveryAsync(string port, CancellationToken cancellationToken) =>
        Ask(() => Inner.Outbox!.NextDeliveryAsync(port, cancellationToken));

    public override ValueTask<bool> CompleteDeliveryAsync(HeldDelivery held, CancellationToken cancellationToken) =>
        Ask(() => Inner.Outbox!.CompleteDeliveryAsync(held, cancellationToken));

    public override ValueTask<bool> PostponeDeliveryAsync(
        HeldDelivery held, DateTimeOffset notBefore, bool isFailure, CancellationToken cancellationToken) =>
        Ask(() => Inner.Outbox!.PostponeDeliveryAsync(held, notBefore, isFailure, cancellationToken));

    public override ValueTask<bool> SetDeliveryAsideAsync(
        HeldDelivery held, DateTimeOffset at, string reason, CancellationToken cancellationToken) =>
        Ask(() => Inner.Outbox!.SetDeliveryAsideAsync(held, at, reason, cancellationToken));

    private ValueTask<T> Ask<T>(Func<ValueTask<T>> ask)
    {
        var fate = IsDown ? 0 : oneIn == 0 ? 2 : random.Next(2 * oneIn);
        if (fate == 0)
            throw new IOException("no connection");
        var answer = ask();
        return fate == 1 ? throw new IOException("connection lost") : answer;
    }
}
