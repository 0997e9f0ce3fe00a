using IncidentKit.Testing;
using IncidentKit.Tests.Paging;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests;

/// <summary>One open incident for an alert key and one answer for an idempotency key, whatever fails and whoever races.</summary>
[Process("P17")]
[Process("P32")]
public sealed class OneAnswerTests
{
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly CountingIds _ids = new();
    private readonly IncidentPolicies _policies = new(IncidentPolicy.Default);
    private readonly KeptPages _pager = new();

    [Fact]
    public async Task Declare_RepeatedAfterAnOutageBeforeTheMonitorLooks_IsOneIncident()
    {
        var store = new SwitchedStore { IsDown = true };
        var (manager, monitor) = Host(store);
        var declared = await manager.DeclareAsync(Alert(), Cancel);
        store.IsDown = false;

        var repeated = await manager.DeclareAsync(Alert(), Cancel);
        await monitor.CheckAsync(Cancel);

        Assert.Equal(declared.Incident!.Id, repeated.Incident!.Id);
        Assert.Single(await store.ListOpenAsync(Cancel).ToListAsync(Cancel));
        Assert.Single(_pager.Pages);
    }

    [Fact]
    public async Task Declare_SixteenAtOnceWhileTheStoreIsDown_AreOneIncident()
    {
        var store = new SwitchedStore { IsDown = true };
        var (manager, monitor) = Host(store);

        var declared = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => manager.DeclareAsync(Alert() with { IdempotencyKey = $"webhook {i % 3}" }, Cancel), Cancel)));
        await monitor.CheckAsync(Cancel);
        store.IsDown = false;
        await monitor.CheckAsync(Cancel);

        Assert.Single(declared.Select(decision => decision.Incident!.Id).Distinct());
        Assert.Single(await store.ListOpenAsync(Cancel).ToListAsync(Cancel));
        Assert.Single(_pager.Pages);
    }

    [Fact]
    [Process("P16")]
    public async Task Declare_OtherHostDeclaredWhileThisOneHadNoStore_ItTakesOverLevelFactsRestrictionAndPages()
    {
        var inner = new InMemoryIncidentStore();
        var store = new SwitchedStore(inner) { IsDown = true };
        var ((manager, monitor), (other, _)) = (Host(store), Host(inner));
        var mine = (await manager.DeclareAsync(Alert() with { Level = 1, Restricted = true }, Cancel)).Incident!.Id;
        await manager.ExecuteAsync(mine, new DescribeImpact { By = Bob, CustomersAffected = true }, Cancel);
        await monitor.CheckAsync(Cancel);
        await manager.ExecuteAsync(mine, new Acknowledge { By = Bob }, Cancel);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var theirs = (await other.DeclareAsync(Alert() with { Level = 3, IdempotencyKey = "another" }, Cancel)).Incident!.Id;

        store.IsDown = false;
        await monitor.CheckAsync(Cancel);

        var (survivor, merged) = ((await manager.FindAsync(theirs, Cancel))!, (await manager.FindAsync(mine, Cancel))!);
        Assert.Equal((1, true, true, true), (survivor.Level, survivor.IsRestricted, survivor.CustomersAffected, survivor.IsAcknowledged));
        Assert.Equal(
            _pager.Pages.Where(page => page.Incident == mine).Select(page => page.Delivery),
            survivor.History.OfType<Paged>()
                .Select(paged => paged.Delivery)
                .Where(delivery => delivery.StartsWith($"{mine}", StringComparison.Ordinal)));
        Assert.Equal((theirs, false), (merged.DuplicateOf, merged.IsOpen));
        Assert.Equal([theirs], await store.ListOpenAsync(Cancel).Select(summary => summary.Id).ToListAsync(Cancel));
        var repeated = await manager.DeclareAsync(Alert() with { Level = 1, Restricted = true }, Cancel);
        Assert.Equal(mine, repeated.Incident!.Id);
    }

    [Fact]
    public async Task Declare_SameDeclarationRaced_GetsTheFirstAnswer()
    {
        var store = new RacingStore();
        var (manager, other) = (Host(store).Manager, Host(store.Shared).Manager);
        store.Race = () => other.DeclareAsync(Alert(), Cancel);

        var declared = await manager.DeclareAsync(Alert(), Cancel);

        Assert.Equal((await other.DeclareAsync(Alert(), Cancel)).Events, declared.Events);
        Assert.Single(await store.ListOpenAsync(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Declare_SameDeclarationRacedWithAnOpenIncident_GetsTheFirstAnswer()
    {
        var store = new RacingStore();
        var (manager, other) = (Host(store).Manager, Host(store.Shared).Manager);
        await other.DeclareAsync(Alert() with { IdempotencyKey = "first" }, Cancel);
        store.Race = () => other.DeclareAsync(Alert(), Cancel);

        var attached = await manager.DeclareAsync(Alert(), Cancel);

        var repeated = await other.DeclareAsync(Alert(), Cancel);
        Assert.Equal(repeated.Events, attached.Events);
        Assert.Equal(1, repeated.Incident!.History.Count(e => e.Stamp?.Key == "webhook"));
    }

    [Fact]
    public async Task Execute_AttachedAlertOfAnotherIncidentRepeated_GetsTheFirstAnswer()
    {
        var (manager, _) = Host(new InMemoryIncidentStore());
        await manager.DeclareAsync(Alert(), Cancel);
        var incident = (await manager.DeclareAsync(Alert() with { AlertKey = "disk", IdempotencyKey = null }, Cancel)).Incident!.Id;
        var attach = new AttachAlert { By = Alice, Key = "checkout-5xx", IdempotencyKey = "k" };

        var first = await manager.ExecuteAsync(incident, attach, Cancel);
        var second = await manager.ExecuteAsync(incident, attach, Cancel);

        Assert.True(first.Events.Count > 1);
        Assert.Equal(first.Events, second.Events);
    }

    [Fact]
    public async Task Execute_KeyOfACommandThatRecordedNothing_IsKept()
    {
        var (manager, _) = Host(new InMemoryIncidentStore());
        var incident = (await manager.DeclareAsync(Alert(), Cancel)).Incident!;
        var check = new CheckObligations { By = new SystemActor("clock"), IdempotencyKey = "k" };
        Assert.Empty((await manager.ExecuteAsync(incident.Id, check, Cancel)).Events);
        _clock.Advance(TimeSpan.FromDays(1));

        var second = await manager.ExecuteAsync(incident.Id, check, Cancel);

        Assert.Empty(second.Events);
        Assert.Equal(incident.Version, second.Incident!.Version);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DeclareIncident Alert() => new()
    {
        By = new SystemActor("alerts"), Title = "Checkout fails", Service = "checkout",
        AlertKey = "checkout-5xx", IdempotencyKey = "webhook",
    };

    private (IncidentManager Manager, PagingMonitor Monitor) Host(IIncidentStore store)
    {
        var queue = new PagingBacklog();
        var manager = new IncidentManager(store, _ids, _clock, [], _policies, paging: queue);
        return (manager, new PagingMonitor(manager, store, _policies, _clock, _pager, queue, new ListedOnCall([Alice])));
    }

    /// <summary>Lets somebody else be faster, once, between the look-up and the append.</summary>
    private sealed class RacingStore() : DelegatingIncidentStore(new InMemoryIncidentStore())
    {
        public IIncidentStore Shared => Inner;

        public Func<Task>? Race { get; set; }

        public override async ValueTask AppendAsync(
            IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken)
        {
            if (Race is { } race)
            {
                Race = null;
                await race();
            }

            await Inner.AppendAsync(id, expectedVersion, commit, cancellationToken);
        }
    }
}
