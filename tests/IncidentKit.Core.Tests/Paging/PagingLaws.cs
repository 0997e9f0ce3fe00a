using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace IncidentKit.Tests.Paging;

/// <summary>
/// The plan, a slow oracle and the monitor agree on who is paged when, whatever people do, whom pages reach, and
/// whether the store answers.
/// </summary>
[Laws(150)]
[Process("P30")]
[Process("P31")]
[Process("P32")]
[Process("P08")]
public sealed class PagingLaws
{
    [Property]
    public async Task Check_MinuteByMinute_PagesWhomThePlanSays(int seed)
    {
        var script = new PagingScript(seed);
        var run = await RunAsync(script, new InMemoryIncidentStore());

        // Between two commands nothing more is recorded: there the plan says what comes.
        Assert.Equal(run.Planned, run.Rows);
        Assert.Equal(
            run.Rows.Where(row => row.What is not ("ticket" or "exhausted" or "skip")),
            run.Host.Rows.Select(row => (row.At, $"{row.Urgency} {row.To}")));
    }

    [Property]
    public async Task Check_MinuteByMinute_PagesWhomTheSlowOracleSays(int seed)
    {
        var script = new PagingScript(seed);
        var slow = new SlowPager(script);
        slow.Run();

        Assert.Equal(InOrder(slow.Rows), InOrder((await RunAsync(script, new InMemoryIncidentStore())).Rows));
    }

    [Property]
    public async Task Check_StoreThatFailsAtRandom_PagesTheSameAndRecordsAllOfItLater(int seed)
    {
        var script = new PagingScript(seed);
        var sound = await RunAsync(script, new InMemoryIncidentStore());
        var store = new FailingStore(new Random(seed));

        var failing = await RunAsync(script, store);
        store.IsSound = true;
        await failing.Host.Monitor.CheckAsync(Cancel);
        var incident = (await failing.Host.Manager.FindAsync(failing.Incident, Cancel))!;

        Assert.Equal(InOrder(sound.Rows), InOrder(Rows(incident)));
        Assert.Equal(sound.Host.Rows.Order(), failing.Host.Rows.Order());
        Assert.Equal(0, failing.Host.Queue.Count);
        AssertOnce(incident);
    }

    [Property]
    public async Task Check_TwoMonitorsOnOneStore_RecordEachDeliveryOnce(int seed)
    {
        var script = new PagingScript(seed);
        var alone = await RunAsync(script, new InMemoryIncidentStore());

        var store = new InMemoryIncidentStore();
        var both = await RunAsync(script, store, hosts: 2);

        Assert.Equal(alone.Rows, both.Rows);
        AssertOnce((await both.Host.Manager.FindAsync(both.Incident, Cancel))!);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Run> RunAsync(PagingScript script, IIncidentStore store, int hosts = 1)
    {
        var (clock, ids) = (new FakeTimeProvider(script.From), new CountingIds());
        var all = Enumerable.Range(0, hosts).Select(_ => new PagingHost(script, store, clock, ids)).ToList();
        var planned = new List<(DateTimeOffset, string)>();
        var id = (await all[0].Manager.DeclareAsync(script.Declaration, Cancel)).Incident!.Id;
        for (var minute = 0; minute < PagingScript.Minutes; minute++)
        {
            var now = script.From.AddMinutes(minute);
            if (minute > 0)
                clock.SetUtcNow(now);
            var commands = script.Commands.GetValueOrDefault(minute) ?? [];
            foreach (var (i, command) in commands.Index())
                await GiveAsync(all[minute % hosts].Manager, id, command with { IdempotencyKey = $"{minute}-{i}" });
            if (store is InMemoryIncidentStore && (minute == 0 || commands.Count > 0))
                planned.AddRange(Plan(script, (await all[0].Manager.FindAsync(id, Cancel))!, now));
            await Task.WhenAll(
                all.Select(host => hosts == 1 ? host.Monitor.CheckAsync(Cancel) : Task.Run(() => host.Monitor.CheckAsync(Cancel), Cancel)));
        }

        var rows = store is InMemoryIncidentStore ? Rows((await all[0].Manager.FindAsync(id, Cancel))!) : [];
        return new Run(all[0], id, rows, planned);
    }

    // People try again until the store answers.
    private static async Task GiveAsync(IncidentManager manager, IncidentId id, IncidentCommand command)
    {
        while (true)
        {
            try
            {
                await manager.ExecuteAsync(id, command, Cancel);
                return;
            }
            catch (IOException)
            {
            }
        }
    }

    private static IEnumerable<(DateTimeOffset, string)> Plan(PagingScript script, Incident incident, DateTimeOffset now)
    {
        var minute = (int)(now - script.From).TotalMinutes;
        var until = script.From.AddMinutes(script.Commands.Keys.Where(m => m > minute).Append(PagingScript.Minutes).Min());
        return PagingPlan.Of(incident, script.Policy, now, new PagingPeople(script.Behind), script.IsReached)
            .TakeWhile(row => row.At < until)
            .SelectMany(row => row.Action switch
            {
                PlannedAction.Page => row.To.Select(person => (row.At, $"High {person.Id}")),
                PlannedAction.LowUrgencyPage => row.To.Select(person => (row.At, $"Low {person.Id}")),
                PlannedAction.Ticket => [(row.At, "ticket")],
                PlannedAction.Exhausted => [(row.At, "exhausted")],
                _ => [(row.At, "skip")],
            });
    }

    private static List<(DateTimeOffset At, string What)> Rows(Incident incident) =>
    [
        .. incident.History.Select(e => (e.When.Instant ?? default, e switch
        {
            Paged p => $"{p.Urgency} {p.To.Id}",
            PageFailed p => $"{p.Urgency} {p.To.Id}",
            PagingStepSkipped => "skip",
            EscalationExhausted => "exhausted",
            TicketFiled => "ticket",
            _ => "",
        })).Where(row => row.Item2.Length > 0),
    ];

    private static IEnumerable<(DateTimeOffset, string)> InOrder(IEnumerable<(DateTimeOffset, string)> rows) => rows.Order();

    private static void AssertOnce(Incident incident)
    {
        var deliveries = incident.History.OfType<PagingEvent>().Select(e => e.Delivery).ToList();
        Assert.Equal(deliveries.Distinct(), deliveries);
    }

    private sealed record Run(
        PagingHost Host, IncidentId Incident, List<(DateTimeOffset At, string What)> Rows, List<(DateTimeOffset, string)> Planned);
}
