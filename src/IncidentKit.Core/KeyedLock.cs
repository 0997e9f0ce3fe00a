namespace IncidentKit;

/// <summary>Lets work on the same key take turns within this process. Different keys may wait for each other now and then.</summary>
/// <remarks>Thread-safe. Not re-entrant: who has a turn takes no second one of the same lock.</remarks>
internal sealed class KeyedLock
{
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the turn of a key, which ends when the result is disposed of.</summary>
    public Task<IDisposable> EnterAsync<TKey>(TKey key, CancellationToken cancellationToken)
        where TKey : notnull => EnterAllAsync([key], cancellationToken);

    /// <summary>Waits for the turns of several keys, which end together.</summary>
    public async Task<IDisposable> EnterAllAsync<TKey>(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
        where TKey : notnull
    {
        // In one order, so that two who want the same keys do not wait for each other for ever.
        var wanted = keys.Select(key => (int)((uint)key.GetHashCode() % (uint)_locks.Length)).Distinct().Order().ToArray();
        var turn = new Turn(this, wanted);
        try
        {
            foreach (var place in wanted)
            {
                await _locks[place].WaitAsync(cancellationToken).ConfigureAwait(false);
                turn.Taken++;
            }

            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private sealed class Turn(KeyedLock owner, int[] places) : IDisposable
    {
        public int Taken { get; set; }

        public void Dispose()
        {
            while (Taken > 0)
                owner._locks[places[--Taken]].Release();
        }
    }
}
