using System.Diagnostics;
using System.Globalization;

namespace IncidentKit.Benchmarks;

/// <summary>
/// Ten simulated years of a monitor with 10,000 incidents: how long it takes, and what it keeps. Run with <c>--ten-years</c>.
/// </summary>
/// <remarks>
/// The monitor looks whenever it asks to, every 15 simulated seconds at the latest. All incidents are declared at the start, and
/// one by one brought to their end in the ten years.
/// </remarks>
internal static class TenYears
{
    private const int Incidents = 10_000;
    private const int Years = 10;

    public static async Task RunAsync(TextWriter output)
    {
        var clock = new Clock { Now = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var store = new InMemoryIncidentStore();
        var manager = new IncidentManager(store, new Ids(), clock, [], new IncidentPolicies(IncidentPolicy.Default));
        var monitor = new ObligationMonitor(manager, store, clock);
        var alice = new Responder("alice");
        var watch = Stopwatch.StartNew();
        List<IncidentId> open = [];
        for (var i = 0; i < Incidents; i++)
        {
            open.Add((await manager
                .DeclareAsync(new DeclareIncident { By = alice, Title = "Checkout fails", Service = "checkout" })
                .ConfigureAwait(false)).Incident!.Id);
        }

        var (begin, end, every) = (clock.Now, clock.Now.AddYears(Years), (clock.Now.AddYears(Years) - clock.Now) / Incidents);
        var (looks, done, year) = (0L, 0, 1);
        await output
            .WriteLineAsync(
                "| after year | open incidents | looks | managed memory, MiB | elapsed, s | processor, s |\n|---|---|---|---|---|---|")
            .ConfigureAwait(false);
        while (clock.Now < end)
        {
            var next = await monitor.CheckAsync().ConfigureAwait(false);
            looks++;
            if (done < Incidents && clock.Now >= begin + (every * (done + 1)))
            {
                await manager
                    .ExecuteAsync(
                        open[done++],
                        new CancelIncident { By = alice, Because = CancellationReason.FalseAlarm, Reason = "nothing there" })
                    .ConfigureAwait(false);
            }

            clock.Now = next;
            if (clock.Now < begin.AddYears(year))
                continue;
            await output
                .WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {year++} | {Incidents - done} | {looks} | {GC.GetTotalMemory(true) / 1048576.0:0.0} | "
                            + $"{watch.Elapsed.TotalSeconds:0.0} | {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} |"))
                .ConfigureAwait(false);
        }
    }

    private sealed class Ids : IIncidentIdFactory
    {
        public IncidentId Create(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
