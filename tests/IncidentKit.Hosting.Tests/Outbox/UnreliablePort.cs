namespace IncidentKit.Hosting.Tests.Outbox;

/// <summary>
/// A port that answers, throws, hangs, comes late, throttles or takes a thing without saying so. What it does for one incident
/// does not hang on the others.
/// </summary>
internal sealed class UnreliablePort(string name, int seed, bool isDead, SimulatedTime clock) : IIncidentConnection
{
    private readonly Dictionary<IncidentId, Random> _fates = [];

    public List<(DateTimeOffset At, Guid Incident, string Id)> Arrived { get; } = [];

    public int Asked { get; private set; }

    public string Name => name;

    public bool KeepsRestrictions => true;

    public IEnumerable<IncidentDelivery> Of(IncidentCommitted committed) => [];

    public async ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        Asked++;
        var random = FateOf(attempt.Incident.Id);
        switch (isDead ? random.Next(4) + 10 : random.Next(12))
        {
            case 0 or 10:
                throw new IOException("no route");
            case 1 or 11:
                await new TaskCompletionSource<DeliveryResult>().Task;
                break;
            case 2:
                Arrive(attempt);
                throw new TimeoutException("taken, but not said");
            case 3 or 12:
                return DeliveryResult.Throttled(random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.Next(9)));
            case 4 or 13:
                return DeliveryResult.Unknown("reset");
            case 5 or 6:
                // Deaf to the token: the later ones come when nobody waits any more.
                await clock.After(TimeSpan.FromSeconds(random.Next(1, 14)), CancellationToken.None);
                Arrive(attempt);
                break;
            case 7:
                await clock.After(TimeSpan.FromSeconds(random.Next(1, 14)), cancellationToken);
                Arrive(attempt);
                break;
            default:
                Arrive(attempt);
                break;
        }

        return DeliveryResult.Delivered();
    }

    private void Arrive(DeliveryAttempt attempt) => Arrived.Add((clock.GetUtcNow(), attempt.Incident.Id.Value, attempt.Delivery.Id));

    private Random FateOf(IncidentId id)
    {
        if (!_fates.TryGetValue(id, out var random))
            _fates.Add(id, random = new Random((seed * 31) + (name[^1] * 7919) + id.Value.ToByteArray()[0]));
        return random;
    }
}
