using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>What one observer has not been told yet. If too much waits, the oldest is dropped.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ObserverQueue(IIncidentObserver observer, int maxWaiting, Instruments instruments, ILogger logger)
{
    private readonly string _name = observer.GetType().Name;
    private readonly Lock _lock = new();
    private readonly LinkedList<IncidentCommitted> _waiting = [];
    private readonly Dictionary<IncidentId, IncidentQueue> _busy = [];
    private bool _isOverflowing;

    /// <summary>How many incidents it is busy with.</summary>
    public int Busy
    {
        get
        {
            lock (_lock)
                return _busy.Count;
        }
    }

    /// <summary>The work under way, of each incident.</summary>
    public IReadOnlyList<Task> Running
    {
        get
        {
            lock (_lock)
                return [.. _busy.Values.Select(queue => queue.Work)];
        }
    }

    public void Enqueue(IncidentCommitted committed)
    {
        lock (_lock)
        {
            if (!_busy.TryGetValue(committed.Incident.Id, out var queue))
            {
                _busy.Add(committed.Incident.Id, new IncidentQueue(Task.Run(() => TellAllAsync(committed))));
                return;
            }

            queue.Waiting.Enqueue(_waiting.AddLast(committed));
            if (_waiting.Count > maxWaiting)
                DropOldest();
        }
    }

    // The oldest of all is the oldest of its incident too.
    private void DropOldest()
    {
        _busy[_waiting.First!.Value.Incident.Id].Waiting.Dequeue();
        _waiting.RemoveFirst();
        instruments.ObserverDropped(_name);
        if (!_isOverflowing)
            logger.ObserverOverflows(_name, maxWaiting);
        _isOverflowing = true;
    }

    private async Task TellAllAsync(IncidentCommitted first)
    {
        for (var next = first; next is not null; next = NextOrEnd(first.Incident.Id))
        {
            try
            {
                await observer
                    .OnCommittedAsync(observer.KeepsRestrictions ? next : next.ForOutsiders(), CancellationToken.None)
                    .ConfigureAwait(false);
            }
            catch (Exception e)
            {
                logger.ObserverFailed(e, _name, next.Incident.Id, next.Incident.Version);
            }
        }
    }

    private IncidentCommitted? NextOrEnd(IncidentId incident)
    {
        lock (_lock)
        {
            if (!_busy[incident].Waiting.TryDequeue(out var next))
            {
                _busy.Remove(incident);
                return null;
            }

            _waiting.Remove(next);
            _isOverflowing &= _waiting.Count > 0;
            return next.Value;
        }
    }

    private sealed record IncidentQueue(Task Work)
    {
        public Queue<LinkedListNode<IncidentCommitted>> Waiting { get; } = new();
    }
}
