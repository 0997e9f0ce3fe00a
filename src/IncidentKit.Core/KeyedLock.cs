namespace IncidentKit;

/// <summary>
/// Lets commands for one incident take turns within this process, so that only other processes can win a race against them.
/// </summary>
internal sealed class KeyedLock
{
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the turn, which ends when the result is disposed of.</summary>
    public async Task<Pass> EnterAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var gate = _gates[(uint)id.GetHashCode() % (uint)_gates.Length];
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Pass(gate);
    }

    internal readonly struct Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
