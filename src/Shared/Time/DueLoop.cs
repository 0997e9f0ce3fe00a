namespace IncidentKit;

/// <summary>Looks again and again: at the next due instant, on a change in this process, and every 15 seconds at the latest.</summary>
internal sealed class DueLoop(TimeProvider clock, Func<CancellationToken, Task<DateTimeOffset>> look, Action<Exception> failed)
{
    private readonly Alarm _alarm = new(clock);

    /// <summary>How long it sleeps at most.</summary>
    public static TimeSpan LongestSleep { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Ends the sleep at once.</summary>
    public void WakeUp() => _alarm.Ring();

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = _alarm.Set();
            var next = await LookAsync(stoppingToken).ConfigureAwait(false);
            var sleep = next - clock.GetUtcNow();
            await _alarm.SleepAsync(sleep > LongestSleep ? LongestSleep : sleep, changed, stoppingToken).ConfigureAwait(false);
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
}
