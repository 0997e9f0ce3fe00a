namespace IncidentKit;

/// <summary>Sleeps until an instant, or until something changes.</summary>
internal sealed class Alarm(TimeProvider clock)
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Something changed.</summary>
    public void Ring() => Volatile.Read(ref _changed).TrySetResult();

    /// <summary>Set before a look: a change that comes during the look ends the next sleep at once.</summary>
    public Task Set()
    {
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _changed, changed);
        return changed.Task;
    }

    /// <summary>Sleeps.</summary>
    public async Task SleepAsync(TimeSpan time, Task changed, CancellationToken stoppingToken)
    {
        if (time <= TimeSpan.Zero)
            return;
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(Task.Delay(time, clock, awake.Token), changed).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
        stoppingToken.ThrowIfCancellationRequested();
    }
}
