namespace IncidentKit;

/// <summary>Looks again and again: at the next due instant, on a change in this process, and every 15 seconds at the latest.</summary>
internal sealed class DueLoop(TimeProvider clock, Func<CancellationToken, Task<DateTimeOffset>> look, Action<Exception> failed)
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How long it sleeps at most.</summary>
    public static TimeSpan LongestSleep { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Ends the sleep at once.</summary>
    public void WakeUp() => Volatile.Read(ref _changed).TrySetResult();

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the look: a change that comes during it ends the sleep at once.
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _changed, changed);
            var next = await LookAsync(stoppingToken).ConfigureAwait(false);
            var sleep = next - clock.GetUtcNow();
            sleep = sleep > LongestSleep ? LongestSleep : sleep;
            if (sleep > TimeSpan.Zero)
                await SleepAsync(sleep, changed.Task, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task<DateTimeOffset> LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await look(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            failed(e);
            return clock.GetUtcNow().Plus(LongestSleep);
        }
    }

    private async Task SleepAsync(TimeSpan time, Task changed, CancellationToken stoppingToken)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var slept = Task.Delay(time, clock, awake.Token);
        await Task.WhenAny(slept, changed).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
        stoppingToken.ThrowIfCancellationRequested();
    }
}
