namespace IncidentKit;

/// <summary>Works on each incident by itself and once at a time: one whose work hangs holds up no other.</summary>
/// <param name="work">The work; true where something came of it that others may want to look at.</param>
/// <param name="again">Called when a work ends that something came of, or that was asked for once more meanwhile.</param>
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

    /// <summary>Begins the work, where it is not under way.</summary>
    /// <returns>Completes, and never fails, when the work ends.</returns>
    public Task Begin(IncidentId id, CancellationToken cancellationToken)
    {
        var begun = new IncidentWork();
        lock (_lock)
        {
            if (_running.TryGetValue(id, out var running))
            {
                running.IsWantedAgain = true;
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
        try
        {
            isMoved = await work(id, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever waits has the same token, or begins it again.
        }
        finally
        {
            lock (_lock)
                _running.Remove(id);
            mine.Ended.SetResult();
            if (isMoved || mine.IsWantedAgain)
                again();
        }
    }

    private sealed class IncidentWork
    {
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsWantedAgain { get; set; }
    }
}
