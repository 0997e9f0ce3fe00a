using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>Calls who listens to the commits of a manager. One that throws is logged, and stops no other.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CommitListeners(IEnumerable<ICommitListener> listeners, ILogger logger)
{
    private readonly Lock _lock = new();
    private ICommitListener[] _listeners = [.. listeners];

    /// <summary>Adds a listener, until the result is disposed.</summary>
    public IDisposable Add(ICommitListener listener)
    {
        lock (_lock)
            _listeners = [.. _listeners, listener];
        return new Subscription(this, listener);
    }

    public void Call(Incident incident, DateTimeOffset? nextDueAt)
    {
        foreach (var listener in Volatile.Read(ref _listeners))
        {
            try
            {
                listener.OnCommitted(incident.Id, incident.Version, nextDueAt);
            }
            catch (Exception e)
            {
                logger.ListenerFailed(e, listener.GetType().Name, incident.Id);
            }
        }
    }

    private void Remove(ICommitListener listener)
    {
        lock (_lock)
        {
            var place = Array.IndexOf(_listeners, listener);
            if (place >= 0)
                _listeners = [.. _listeners[..place], .. _listeners[(place + 1)..]];
        }
    }

    private sealed class Subscription(CommitListeners owner, ICommitListener listener) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                owner.Remove(listener);
        }
    }
}
