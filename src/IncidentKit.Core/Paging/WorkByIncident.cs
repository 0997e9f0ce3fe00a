namespace IncidentKit;

/// <summary>Works on each incident by itself and once at a time: one whose work hangs holds up no other.</summary>
/// <param name="work">
/// The work, which fails only where it is cancelled; true where something came of it that others may want to look at.
/// </param>
/// <param name="again">Called when a work ends that something came of.</param>
internal sealed class WorkByIncident(Func<IncidentId, CancellationToken, Task<bool>> work, Action again)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IncidentId, IncidentWork> _running = [];

    /// <summary>Completes, and never fails, when all work ends that is under way now.</summary>
    public Task UnderWay
    {
        get
        {
            lock (_lock)
                return Task.WhenAll(_running.Values.Select(running => running.Ended.Task));
        }
    }

    /// <summary>Begins the work; where it is under way, it is done once more when it ends.</summary>
    /// <returns>Completes, and never fails, when the work ends that was asked for.</returns>
    public Task Begin(IncidentId id, CancellationToken cancellationToken)
    {
        var begun = new IncidentWork();
        lock (_lock)
        {
            if (_running.TryGetValue(id, out var running))
            {
                running.Wanted = running.Wanted is { IsCancellationRequested: false } wanted ? wanted : cancellationToken;
                return running.Ended.Task;
            }

            _running.Add(id, begun);
        }

        _ = RunAsync(id, begun, cancellationToken);
        return begun.Ended.Task;
    }

    private async Task RunAsync(IncidentId id, IncidentWork mine, CancellationToken cancellationToken)
    {
        var isMoved = false;
        for (CancellationToken? next = cancellationToken; next is { } token; next = WantedOrEnd(id, mine))
        {
            try
            {
                isMoved |= await work(id, token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                // Whoever joined meanwhile has it done with a token of their own.
            }
        }

        mine.Ended.SetResult();
        if (isMoved)
            again();
    }

    private CancellationToken? WantedOrEnd(IncidentId id, IncidentWork mine)
    {
        lock (_lock)
        {
            (var wanted, mine.Wanted) = (mine.Wanted, null);
            if (wanted is null)
                _running.Remove(id);
            return wanted;
        }
    }

    private sealed class IncidentWork
    {
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The token of somebody who joined; null where nobody did.</summary>
        public CancellationToken? Wanted { get; set; }
    }
}
