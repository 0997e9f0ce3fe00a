namespace IncidentKit;

/// <summary>Lets commands for one incident take turns within this process, so that only other processes can win a race against them.</summary>
internal sealed class IncidentGates
{
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public SemaphoreSlim Of(IncidentId id) => _gates[(uint)id.GetHashCode() % (uint)_gates.Length];
}
