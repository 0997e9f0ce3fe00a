using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>
/// Tells each observer what is recorded: per incident in the order of recording, one at a time, and no observer waits for another.
/// </summary>
internal sealed class ObserverDispatcher(
    IReadOnlyList<IIncidentObserver> observers, int maxWaiting, Instruments instruments, ILogger logger)
{
    private readonly ObserverQueue[] _queues =
        [.. observers.Select(observer => new ObserverQueue(observer, maxWaiting, instruments, logger))];

    /// <summary>How many incidents observers are busy with.</summary>
    public int Kept => _queues.Sum(queue => queue.Busy);

    /// <summary>Queues what is recorded, in the turn of the incident. Runs no observer on this thread.</summary>
    public void Enqueue(IncidentCommitted committed)
    {
        foreach (var queue in _queues)
            queue.Enqueue(committed);
    }

    /// <summary>Ends when no observer is busy.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (_queues.SelectMany(queue => queue.Running).ToList() is { Count: > 0 } running)
            await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
