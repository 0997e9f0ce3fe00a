namespace IncidentKit.Tests;

/// <summary>A clock that jumps from timer to timer on one thread: what a timer wakes has run when the jump ends.</summary>
internal sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<Timer, (long At, long Order)> _timers = new();
    private long _now = start.UtcTicks;
    private long _order;

    public DateTimeOffset? Next
    {
        get
        {
            while (_timers.TryPeek(out var timer, out var place) && place.At != timer.At)
                _timers.Dequeue();
            return _timers.TryPeek(out _, out var next) ? new DateTimeOffset(next.At, TimeSpan.Zero) : null;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    public override long GetTimestamp() => _now;

    public void AdvanceTo(DateTimeOffset until)
    {
        while (Next is { } next && next <= until)
        {
            var timer = _timers.Dequeue();
            _now = Math.Max(_now, next.UtcTicks);
            timer.Fire();
        }

        _now = Math.Max(_now, until.UtcTicks);
    }

    /// <summary>Ends when the clock has come so far, or when it is given up.</summary>
    public async Task After(TimeSpan span, CancellationToken cancellationToken)
    {
        var come = new TaskCompletionSource();
        using var timer = CreateTimer(_ => come.TrySetResult(), null, span, Timeout.InfiniteTimeSpan);
        using var givenUp = cancellationToken.Register(() => come.TrySetCanceled(cancellationToken));
        await come.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(SimulatedTime time, Action fire) : ITimer
    {
        public long At { get; private set; } = -1;

        public void Fire()
        {
            At = -1;
            fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.True(period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero);
            At = dueTime < TimeSpan.Zero ? -1 : time._now + dueTime.Ticks;
            if (At >= 0)
                time._timers.Enqueue(this, (At, time._order++));
            return true;
        }

        public void Dispose() => At = -1;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
