using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Paging;

/// <summary>The monitor by example: what a page says, and that nothing that is down stops it.</summary>
[Process("P32")]
public sealed class PagingMonitorTests
{
    private static readonly SystemActor Bot = new("alerts");

    private readonly FakeTimeProvider _clock = new(Start) { AutoAdvanceAmount = TimeSpan.Zero };
    private readonly SwitchedStore _store = new();
    private readonly KeptPages _pager = new();
    private readonly PagingBacklog _queue = new();

    [Fact]
    public async Task Page_SaysWhatHowBadSinceWhenWhoElseAndWhatToDo()
    {
        var (manager, monitor) = Host();
        await manager.DeclareAsync(Alert() with { Level = 1, Detected = When.At(Start.AddMinutes(-3)) }, Cancel);
        await monitor.CheckAsync(Cancel);

        Assert.Equal("""
            SEV-1: Checkout fails (checkout) #1
            Since 2025-11-18 14:20 UTC, 3 min ago. SEV-1: people are paged at any hour.
            Also paged: Bob Brown.
            Acknowledge within 5 min, or the next step is paged.
            """, _pager.Pages[0].Summary, ignoreLineEndingDifferences: true);
        Assert.Equal(["alice", "bob"], _pager.Pages.Select(page => page.To.Id));
        Assert.Equal("Acknowledge or join, if you can help.", _pager.Pages[1].Summary.Split('\n')[^1]);
    }

    [Fact]
    [Process("P63")]
    public async Task Page_OfADrill_IsMarkedDrill()
    {
        var (manager, monitor) = Host();
        await manager.DeclareAsync(Alert() with { Drill = true }, Cancel);
        await monitor.CheckAsync(Cancel);

        Assert.True(_pager.Pages.Single().IsDrill);
        Assert.StartsWith("DRILL Level not set: Checkout fails", _pager.Pages.Single().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_StoreIsDown_PagesTheDeclarationAndRecordsAllOfItLater()
    {
        var (manager, monitor) = Host();
        _store.IsDown = true;
        var declared = await manager.DeclareAsync(Alert(), Cancel);
        await monitor.CheckAsync(Cancel);
        Assert.True(declared.IsAccepted);
        Assert.Equal("alice", _pager.Pages.Single().To.Id);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await manager.ExecuteAsync(declared.Incident!.Id, new Acknowledge { By = Alice }, Cancel)).IsAccepted);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await monitor.CheckAsync(Cancel);
        Assert.DoesNotContain(_pager.Pages, page => page.Cause == PagingCause.NotAcknowledged);

        _store.IsDown = false;
        await monitor.CheckAsync(Cancel);
        Assert.Equal(0, _queue.Count);
        var recorded = Incident.Replay((await _store.ReadAsync(declared.Incident.Id, Cancel))!);
        Assert.Equal((1, true), (recorded.Number, recorded.IsAcknowledged));
        Assert.Equal(_pager.Pages.Select(page => page.Delivery), recorded.History.OfType<Paged>().Select(e => e.Delivery));
        Assert.Equal(When.At(Start), recorded.History.OfType<Paged>().First().When);
    }

    [Fact]
    public async Task Declare_StormWhileTheStoreIsDown_IsOneIncident()
    {
        var (manager, monitor) = Host();
        _store.IsDown = true;
        var first = await manager.DeclareAsync(Alert() with { AlertKey = "checkout-5xx" }, Cancel);
        var second = await manager.DeclareAsync(Alert() with { AlertKey = "checkout-5xx" }, Cancel);
        await monitor.CheckAsync(Cancel);

        Assert.Equal(first.Incident!.Id, second.Incident!.Id);
        Assert.Single(_pager.Pages);
    }

    [Fact]
    public async Task Declare_StoreIsDownAndNobodyPages_ThrowsWhatTheStoreThrows()
    {
        var manager = new IncidentManager(
            _store, new CountingIds(), _clock, [], new IncidentPolicies(IncidentPolicy.Default), paging: _queue);
        _store.IsDown = true;

        await Assert.ThrowsAsync<IOException>(() => manager.DeclareAsync(Alert(), Cancel));
    }

    [Fact]
    public async Task Check_QueueIsFull_PagesOnceAndNotAgainUntilTheStoreAnswers()
    {
        var queue = new PagingBacklog(1);
        var (manager, monitor) = Host(queue);
        var incident = (await manager.DeclareAsync(Alert() with { Level = 1 }, Cancel)).Incident!.Id;
        _store.IsDown = true;
        await monitor.CheckAsync(Cancel);
        await monitor.CheckAsync(Cancel);
        Assert.Equal(2, _pager.Pages.Count);

        _store.IsDown = false;
        await monitor.CheckAsync(Cancel);
        Assert.Equal(2, _pager.Pages.Select(page => page.Delivery).Distinct().Count());
        Assert.Equal(2, (await manager.FindAsync(incident, Cancel))!.History.OfType<Paged>().Count());
    }

    [Fact]
    public async Task Check_DirectoryThatFails_SkipsWithARecord()
    {
        var manager = Host(_queue).Manager;
        using var monitor = new PagingMonitor(
            manager, _store, new IncidentPolicies(IncidentPolicy.Default), _clock, _pager, _queue, new FailingDirectory());
        var incident = (await manager.DeclareAsync(Alert(), Cancel)).Incident!.Id;
        await monitor.CheckAsync(Cancel);

        Assert.Contains(
            (await manager.FindAsync(incident, Cancel))!.History.OfType<PagingStepSkipped>(),
            e => e is { Step: 1, Reason: PagingFacts.DidNotAnswer });
    }

    [Fact]
    public async Task Check_PagerThatThrows_PagesTheNextStepAtOnce()
    {
        var (manager, monitor) = Host();
        _pager.FailFor = Alice;
        var incident = (await manager.DeclareAsync(Alert(), Cancel)).Incident!.Id;
        await monitor.CheckAsync(Cancel);

        var history = (await manager.FindAsync(incident, Cancel))!.History;
        Assert.Equal(Alice, Assert.Single(history.OfType<PageFailed>()).To);
        Assert.Equal((Bob, 2, When.At(Start)), history.OfType<Paged>().Select(e => (e.To, e.Step!.Value, e.When)).Single());
    }

    [Fact]
    public async Task Commit_PageIsDue_IsFoundByItsInstant()
    {
        var (manager, monitor) = Host();
        var incident = (await manager.DeclareAsync(Alert(), Cancel)).Incident!.Id;
        Assert.Equal((incident, Start), await _store.ListDueAsync(DateTimeOffset.MaxValue, Cancel).FirstAsync(Cancel));

        Assert.Equal(Start.AddSeconds(15), await monitor.CheckAsync(Cancel));
        Assert.Equal((incident, Start.AddMinutes(5)), await _store.ListDueAsync(DateTimeOffset.MaxValue, Cancel).FirstAsync(Cancel));
        _clock.SetUtcNow(Start.AddMinutes(5).AddSeconds(-4));
        Assert.Equal(Start.AddMinutes(5), await monitor.CheckAsync(Cancel));
    }

    [Fact]
    public async Task Host_RunsIt_AndItPagesAtOnceAndAtTheStep()
    {
        var builder = new ServiceCollection();
        builder.AddSingleton<TimeProvider>(_clock);
        builder.AddSingleton<IOnCallDirectory>(new ListedOnCall([Alice]));
        builder.AddIncidentKit().AddPager(_pager).AddPager<KeptPages>();
        await using var services = builder.BuildServiceProvider();
        var hosted = services.GetServices<IHostedService>().ToList();
        Assert.Single(hosted, service => service.GetType().Name == "PagingService");
        foreach (var service in hosted)
            await service.StartAsync(Cancel);

        var incident = (await services.GetRequiredService<IncidentManager>().DeclareAsync(Alert(), Cancel)).Incident!.Id;
        while ((await services.GetRequiredService<IncidentManager>().FindAsync(incident, Cancel))!.History
            .OfType<PagingStepSkipped>()
            .All(e => e.Step != 2))
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Equal("alice", _pager.Pages[0].To.Id);
        foreach (var service in hosted)
            await service.StopAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DeclareIncident Alert() => new() { By = Bot, Title = "Checkout fails", Service = "checkout" };

    private (IncidentManager Manager, PagingMonitor Monitor) Host(PagingBacklog? queue = null)
    {
        var policies = new IncidentPolicies(new IncidentPolicy
        {
            Name = "default",
            Escalation = new() { Steps = [new() { Targets = [EscalationTarget.OnCall] }, new() { Targets = [EscalationTarget.Of(Bob)] }] },
            Levels = [.. SeverityLevels.Default.Select(level => new SeverityLevel
            {
                Rank = level.Rank, Name = level.Name, Title = level.Title, Impact = level.Impact, Response = level.Response,
                Paging = level.Paging, Audience = level.Rank == 1 ? ["on-call", "engineering lead"] : ["on-call"],
            })],
        });
        var manager = new IncidentManager(_store, new CountingIds(), _clock, [], policies, paging: queue ?? _queue);
        return (
            manager,
            new PagingMonitor(manager, _store, policies, _clock, _pager, queue ?? _queue, new ListedOnCall([Alice]), new Leads()));
    }

    private sealed class Leads : IAudienceDirectory
    {
        public ValueTask<IReadOnlyList<Responder>> BehindAsync(
            string audience, string service, DateTimeOffset instant, CancellationToken cancellationToken) => new([Bob]);
    }

    private sealed class FailingDirectory : IOnCallDirectory
    {
        public ValueTask<IReadOnlyList<Responder>> OnCallAsync(
            string service, DateTimeOffset instant, CancellationToken cancellationToken) => throw new IOException("no answer");

        public ValueTask<DateTimeOffset?> ShiftEndAsync(
            string service,
            Responder person,
            DateTimeOffset after,
            DateTimeOffset until,
            CancellationToken cancellationToken) => throw new IOException("no answer");
    }
}
