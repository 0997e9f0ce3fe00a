using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>
/// Tells each observer what is recorded: per incident in the order of recording, one at a time, and no
/// observer waits for another.
/// </summary>
internal sealed class ObserverDispatcher(IReadOnlyList<IIncidentObserver> observers, TimeProvider clock, ILogger logger)
{
    /// <summary>How long the caller of a command waits for observers.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<(IncidentId Incident, int Observer), Queue> _busy = [];

    /// <summary>How many queues there are.</summary>
    public int Kept
    {
        get
        {
            lock (_lock)
                return _busy.Count;
        }
    }

    /// <summary>Queues what is recorded, in the turn of the incident. Runs no observer on this thread.</summary>
    /// <returns>
    /// Ends when the observers that were idle have been told; those busy with an earlier commit of the
    /// incident are not waited for.
    /// </returns>
    public Task Enqueue(IncidentCommitted committed)
    {
        List<Task> told = [];
        lock (_lock)
        {
            for (var i = 0; i < observers.Count; i++)
            {
                var place = (committed.Incident.Id, i);
                if (_busy.TryGetValue(place, out var queue))
                {
                    queue.Waiting++;
                    queue.Last = queue.Last
                        .ContinueWith(
                            _ => TellAsync(place, committed), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)
                        .Unwrap();
                }
                else
                {
                    var first = Task.Run(() => TellAsync(place, committed), CancellationToken.None);
                    _busy.Add(place, new Queue { Last = first });
                    told.Add(first);
                }
            }
        }

        return Task.WhenAll(told);
    }

    /// <summary>Waits until observers have been told, and no longer than the limit.</summary>
    public async Task WaitAsync(IncidentId incident, Task told, CancellationToken cancellationToken)
    {
        // What is recorded is answered, even to a caller that has given up.
        await told.WaitAsync(Limit, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!told.IsCompleted && !cancellationToken.IsCancellationRequested)
            logger.ObserverHangs(incident, Limit);
    }

    private async Task TellAsync((IncidentId Incident, int Observer) place, IncidentCommitted committed)
    {
        var observer = observers[place.Observer];
        try
        {
            await observer
                .OnCommittedAsync(observer.KeepsRestrictions ? committed : committed.ForOutsiders(), CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            logger.ObserverFailed(e, observer.GetType().Name, committed.Incident.Id, committed.Incident.Version);
        }
        finally
        {
            lock (_lock)
            {
                if (--_busy[place].Waiting == 0)
                    _busy.Remove(place);
            }
        }
    }

    private sealed class Queue
    {
        public required Task Last { get; set; }

        public int Waiting { get; set; } = 1;
    }
}
