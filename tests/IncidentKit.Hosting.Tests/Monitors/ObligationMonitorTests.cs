using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Hosting.Tests.Monitors;

/// <summary>The monitor records each miss once, whoever else looks, and whatever the clock does.</summary>
public sealed class ObligationMonitorTests
{
    private readonly FakeTimeProvider _clock = new(Start) { AutoAdvanceAmount = TimeSpan.Zero };
    private readonly InMemoryIncidentStore _store = new();
    private readonly CountingIds _ids = new();

    [Fact]
    public async Task Check_TwoMonitorsOnOneStore_RecordEachMissOnceHoweverTheyInterleave()
    {
        for (var seed = 0; seed < Tries; seed++)
        {
            var test = new ObligationMonitorTests();
            await test.InterleaveAsync(new Random(seed), jumps: false);
        }
    }

    [Fact]
    public async Task Check_ClockThatJumpsAnHourEitherWay_LosesNone()
    {
        for (var seed = 0; seed < Tries / 4; seed++)
        {
            var test = new ObligationMonitorTests();
            await test.InterleaveAsync(new Random(seed), jumps: true);
        }
    }

    [Fact]
    public async Task Check_HoweverOftenItWakes_RecordsTheSameMisses()
    {
        var often = await MissesAsync(TimeSpan.FromSeconds(30));
        var seldom = await new ObligationMonitorTests().MissesAsync(TimeSpan.FromHours(5));

        Assert.Equal(often, seldom);
        Assert.Contains(often, miss => miss.Obligation == ObligationNames.AssignCommander);
        Assert.Contains(often, miss => miss.Obligation == ObligationNames.Acknowledge && miss.DueAt == Start.AddMinutes(30));
    }

    [Fact]
    public async Task Check_SaysWhenToLookAgain()
    {
        var (manager, monitor) = Host();
        var incident = await DeclareAsync(manager);
        Assert.Equal(Start.AddSeconds(15), await monitor.CheckAsync(Cancel));

        _clock.SetUtcNow(Start.AddMinutes(30).AddSeconds(-5));
        Assert.Equal(Start.AddMinutes(30), await monitor.CheckAsync(Cancel));
        Assert.Empty((await manager.FindAsync(incident, Cancel))!.RecordedMisses);

        _clock.SetUtcNow(Start.AddMinutes(30));
        await monitor.CheckAsync(Cancel);
        var miss = Assert.Single((await manager.FindAsync(incident, Cancel))!.History.OfType<ObligationMissed>());
        Assert.Equal((ObligationNames.Acknowledge, When.At(Start.AddMinutes(30)), true), (miss.Obligation, miss.When, miss.Implied));
    }

    [Fact]
    public async Task Check_LateFactThatMeetsIt_RestatesTheMissAndKeepsIt()
    {
        var (manager, monitor) = Host();
        var incident = await DeclareAsync(manager);
        _clock.SetUtcNow(Start.AddMinutes(31));
        await monitor.CheckAsync(Cancel);

        var late = await manager.ExecuteAsync(incident, new Acknowledge { By = Alice, When = When.At(Start.AddMinutes(4)) }, Cancel);

        var restated = Assert.Single(late.Events.OfType<ObligationRestated>(), e => e.Obligation == ObligationNames.Acknowledge);
        Assert.Equal((Start, Start.AddMinutes(30), ObligationStatus.Met), (restated.Since, restated.DueAt, restated.Status));
        Assert.Single(late.Incident!.History.OfType<ObligationMissed>(), e => e.Obligation == ObligationNames.Acknowledge);
        Assert.DoesNotContain(late.Incident.RecordedMisses, miss => miss.Name == ObligationNames.Acknowledge);
    }

    [Fact]
    public async Task Check_MetLate_RestatesNothing()
    {
        var (manager, monitor) = Host();
        var incident = await DeclareAsync(manager);
        _clock.SetUtcNow(Start.AddMinutes(31));
        await monitor.CheckAsync(Cancel);

        Assert.Empty((await manager.ExecuteAsync(incident, new Acknowledge { By = Alice }, Cancel)).Events.OfType<ObligationRestated>());
    }

    [Fact]
    public async Task Check_Retrospective_RecordsNothing()
    {
        var (manager, monitor) = Host();
        var incident = (await manager.DeclareAsync(
            new()
            {
                By = Alice,
                Title = "Checkout failed",
                Service = "checkout",
                Retrospective = true,
                Detected = When.At(Start.AddDays(-3)),
            },
            Cancel)).Incident!;
        await monitor.CheckAsync(Cancel);

        Assert.Equal(incident.Version, (await manager.FindAsync(incident.Id, Cancel))!.Version);
        Assert.Empty(await _store.ListDueAsync(DateTimeOffset.MaxValue, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Check_IncidentWithAnUnknownPolicy_HoldsUpNoOther()
    {
        var gone = new IncidentManager(_store, _ids, _clock, [], new IncidentPolicies(new IncidentPolicy { Name = "gone" }));
        await DeclareAsync(gone);
        var (manager, monitor) = Host();
        var incident = await DeclareAsync(manager);

        _clock.SetUtcNow(Start.AddHours(1));
        var next = await monitor.CheckAsync(Cancel);

        Assert.NotEmpty((await manager.FindAsync(incident, Cancel))!.RecordedMisses);
        Assert.Equal(Start.AddHours(1).AddSeconds(15), next);
    }

    [Fact]
    public async Task Host_RunsIt_AndItWakesAtTheDueInstantAndOnAChange()
    {
        var heard = new Heard();
        var builder = new ServiceCollection();
        builder.AddSingleton<TimeProvider>(_clock);
        builder.AddSingleton<IIncidentObserver>(heard);
        builder.AddIncidentKit();
        await using var services = builder.BuildServiceProvider();
        var hosted = Assert.Single(services.GetServices<IHostedService>().OfType<ObligationMonitor>());
        await hosted.StartAsync(Cancel);

        await DeclareAsync(services.GetRequiredService<IncidentManager>());
        while (!heard.Missed.Task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Equal(ObligationNames.Acknowledge, (await heard.Missed.Task).Obligation);
        await hosted.StopAsync(Cancel);
    }

    private static int Tries => Math.Max(20, (int)(1000 * Math.Min(1, LawsAttribute.Scale)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private (IncidentManager Manager, ObligationMonitor Monitor) Host(params IIncidentObserver[] observers)
    {
        var manager = new IncidentManager(_store, _ids, _clock, observers, new IncidentPolicies(IncidentPolicy.Default));
        return (manager, new ObligationMonitor(manager, _store, _clock));
    }

    private static async Task<IncidentId> DeclareAsync(IncidentManager manager) =>
        (await manager.DeclareAsync(
            new() { By = new SystemActor("alerts"), Title = "Checkout fails", Service = "checkout" },
            Cancel)).Incident!.Id;

    private async Task InterleaveAsync(Random random, bool jumps)
    {
        var told = new Told();
        var hosts = new[] { Host(told), Host(told) };
        List<IncidentId> incidents = [await DeclareAsync(hosts[0].Manager), await DeclareAsync(hosts[1].Manager)];
        var wallClock = Start;
        for (var turn = 0; turn < 12; turn++)
        {
            wallClock = wallClock.AddMinutes(random.Next(1, 25));
            if (!jumps)
                _clock.SetUtcNow(wallClock);
            else if (random.Next(3) == 0)
                _clock.AdjustTime(wallClock.AddHours(random.Next(-1, 2)));
            else
                _clock.AdjustTime(wallClock);
            await Task.WhenAll(
                Task.Run(() => hosts[0].Monitor.CheckAsync(Cancel), Cancel),
                Task.Run(() => hosts[1].Monitor.CheckAsync(Cancel), Cancel),
                Task.Run(() => hosts[random.Next(2)].Manager.ExecuteAsync(incidents[random.Next(2)], random.Next(4) switch
                {
                    0 => new Acknowledge { By = Alice },
                    1 => new Classify { By = Alice, Level = 1 },
                    2 => new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "still investigating" },
                    _ => new AddNote { By = Alice, Text = "seen" },
                }, Cancel), Cancel));
        }

        _clock.AdjustTime(Start.AddHours(12));
        await hosts[0].Monitor.CheckAsync(Cancel);
        await hosts[1].Monitor.CheckAsync(Cancel);
        foreach (var id in incidents)
        {
            var incident = (await hosts[0].Manager.FindAsync(id, Cancel))!;
            var recorded = incident.History.OfType<ObligationMissed>().Select(e => (e.Obligation, e.Since, e.DueAt)).ToList();
            var owed = new ObligationLedger(IncidentPolicy.Default)
                .At(incident, _clock.GetUtcNow())
                .Where(o => o.Status is ObligationStatus.Missed or ObligationStatus.MetLate)
                .Select(o => (o.Name, o.Since!.Value, o.DueAt!.Value))
                .Distinct();
            Assert.Empty(owed.Except(recorded));
            if (!jumps)
                Assert.Equal(recorded.Distinct().Count(), recorded.Count);
            // An observer that is busy is told later, in order.
            while (told.Of(id) < recorded.Count)
                await Task.Yield();
            Assert.Equal(recorded.Count, told.Of(id));
        }
    }

    private async Task<List<(string Obligation, DateTimeOffset DueAt)>> MissesAsync(TimeSpan every)
    {
        var (manager, monitor) = Host();
        var incident = await DeclareAsync(manager);
        var ack = false;
        for (var now = Start; now <= Start.AddHours(10); now += every)
        {
            _clock.SetUtcNow(now);
            if (!ack && now >= Start.AddHours(5))
            {
                ack = true;
                await manager.ExecuteAsync(incident, new Acknowledge { By = Alice, When = When.At(Start.AddHours(5)) }, Cancel);
            }

            await monitor.CheckAsync(Cancel);
        }

        return
        [
            .. (await manager.FindAsync(incident, Cancel))!.History.OfType<ObligationMissed>().Select(e => (e.Obligation, e.DueAt)).Order(),
        ];
    }

    private sealed class Told : IIncidentObserver
    {
        private readonly Dictionary<IncidentId, int> _misses = [];

        public int Of(IncidentId id)
        {
            lock (_misses)
                return _misses.GetValueOrDefault(id);
        }

        public ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken)
        {
            lock (_misses)
            {
                _misses[committed.Incident.Id] =
                    _misses.GetValueOrDefault(committed.Incident.Id) + committed.Events.OfType<ObligationMissed>().Count();
            }

            return ValueTask.CompletedTask;
        }
    }

    private sealed class Heard : IIncidentObserver
    {
        public TaskCompletionSource<ObligationMissed> Missed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken)
        {
            if (committed.Events.OfType<ObligationMissed>().FirstOrDefault() is { } missed)
                Missed.TrySetResult(missed);
            return ValueTask.CompletedTask;
        }
    }
}
