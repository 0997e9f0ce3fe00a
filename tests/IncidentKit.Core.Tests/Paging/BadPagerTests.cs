using IncidentKit.Testing;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Paging;

/// <summary>
/// Pagers that hang, that answer with odd words, and policies that do not let their record in: nobody is paged for ever,
/// and no other incident waits.
/// </summary>
[Process("P32")]
public sealed class BadPagerTests
{
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly InMemoryIncidentStore _store = new();
    private readonly PagingBacklog _queue = new();
    private int _calls;

    [Fact]
    public async Task Check_PagerHangsForOneIncident_PagesTheOthersAndGivesThatOneUp()
    {
        var (manager, monitor) = Host(IncidentPolicy.Default, HangingForOne);
        var (one, two) = (await DeclareAsync(manager, "one"), await DeclareAsync(manager, "two"));

        var check = monitor.CheckAsync(Cancel);
        while ((await manager.FindAsync(two, Cancel))!.History.OfType<Paged>().FirstOrDefault() is null)
            await Task.Yield();
        Assert.False(check.IsCompleted);
        while (!check.IsCompleted)
        {
            _clock.Advance(PagingMonitor.AttemptLimit);
            await Task.Yield();
        }

        await check;
        Assert.Contains(
            (await manager.FindAsync(one, Cancel))!.History.OfType<PageFailed>(),
            failed => failed.Reason == "the pager failed");
    }

    [Fact]
    public async Task Check_PagerBlocksItsThreadForOneIncident_PagesTheOthers()
    {
        using var never = new ManualResetEventSlim();
        var (manager, monitor) = Host(IncidentPolicy.Default, request =>
        {
            if (request.Title == "one")
                never.Wait(Cancel);
            return Task.FromResult(PageOutcome.Delivered);
        });
        var (_, two) = (await DeclareAsync(manager, "one"), await DeclareAsync(manager, "two"));

        var check = monitor.CheckAsync(Cancel);
        while ((await manager.FindAsync(two, Cancel))!.History.OfType<Paged>().FirstOrDefault() is null)
            await Task.Yield();
        Assert.False(check.IsCompleted);
        never.Set();
        await check;
    }

    [Fact]
    public async Task Run_PagerHangsForOneIncident_PagesOneThatIsDeclaredMeanwhile()
    {
        var (manager, monitor) = Host(IncidentPolicy.Default, HangingForOne);
        using var stopping = new CancellationTokenSource();
        var running = monitor.RunAsync(stopping.Token);
        await DeclareAsync(manager, "one");
        while (Volatile.Read(ref _calls) == 0)
            await Task.Yield();

        var two = await DeclareAsync(manager, "two");

        // The clock stands still: no limit has passed.
        while ((await manager.FindAsync(two, Cancel))!.History.OfType<Paged>().FirstOrDefault() is null)
            await Task.Yield();
        await stopping.CancelAsync();
        await Task.WhenAny(running);
    }

    [Theory]
    [InlineData("bu\0sy\nline 2", "bu\uFFFDsy\uFFFDline 2")]
    [InlineData(null, null)]
    public async Task Check_PagerAnswersWithOddWords_RecordsThemAsOneShortLine(string? reason, string? kept)
    {
        var (manager, monitor) = Host(
            IncidentPolicy.Default,
            _ => Task.FromResult(PageOutcome.NotDeliverable(reason ?? new string('x', 300_000))));
        var id = await DeclareAsync(manager, "one");

        await monitor.CheckAsync(Cancel);

        var failed = (await manager.FindAsync(id, Cancel))!.History.OfType<PageFailed>().ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, page => Assert.Equal(kept ?? $"{new string('x', 199)}…", page.Reason));
        Assert.Equal(failed.Count, _calls);
    }

    [Fact]
    public async Task Check_PolicyRefusesTheRecord_PagesEachOnce()
    {
        var policy = new IncidentPolicy
        {
            Name = "acme",
            Rules = [.. BuiltInRules.All, HostRules.Make("ACME-1", [typeof(RecordPaging)], _ => new RuleBreach("No machine writes here."))],
        };
        var (manager, monitor) = Host(policy, _ => Task.FromResult(PageOutcome.Delivered));
        await DeclareAsync(manager, "one");

        await monitor.CheckAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await monitor.CheckAsync(Cancel);

        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task Check_ObserverHangsOverAPage_GoesOnPaging()
    {
        var (manager, monitor) = Host(IncidentPolicy.Default, _ => Task.FromResult(PageOutcome.Delivered), new HangingOverPages());
        var id = await DeclareAsync(manager, "one");

        await monitor.CheckAsync(Cancel);
        var before = (await manager.FindAsync(id, Cancel))!.History.OfType<Paged>().Count();
        _clock.Advance(TimeSpan.FromHours(1));
        await monitor.CheckAsync(Cancel);

        Assert.Equal(2, before);
        Assert.True((await manager.FindAsync(id, Cancel))!.History.OfType<Paged>().Count() > before);
    }

    [Fact]
    public async Task Check_StoppedWhileOneOfTwoPagesHangs_RecordsTheOther()
    {
        using var stopping = new CancellationTokenSource();
        var (manager, monitor) = Host(IncidentPolicy.Default, async request =>
        {
            if (request.To == Bob)
                await new TaskCompletionSource().Task.WaitAsync(stopping.Token);
            return PageOutcome.Delivered;
        });
        var id = await DeclareAsync(manager, "one");

        var check = monitor.CheckAsync(stopping.Token);
        while (Volatile.Read(ref _calls) < 2)
            await Task.Yield();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        while ((await manager.FindAsync(id, Cancel))!.History.OfType<Paged>().SingleOrDefault() is not { } paged || paged.To != Alice)
            await Task.Yield();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // It heeds no token.
    private static async Task<PageOutcome> HangingForOne(PageRequest request)
    {
        if (request.Title == "one")
            await new TaskCompletionSource().Task;
        return PageOutcome.Delivered;
    }

    private (IncidentManager Manager, PagingMonitor Monitor) Host(
        IncidentPolicy policy,
        Func<PageRequest, Task<PageOutcome>> answer,
        params IReadOnlyList<IIncidentObserver> observers)
    {
        var policies = new IncidentPolicies(policy);
        var manager = new IncidentManager(_store, new CountingIds(), _clock, observers, policies, paging: _queue);
        return (manager, new PagingMonitor(
            manager,
            _store,
            policies,
            _clock,
            new Answering(this, answer),
            _queue,
            new FakeOnCallDirectory().Always("checkout", Alice, Bob)));
    }

    private static async Task<IncidentId> DeclareAsync(IncidentManager manager, string title) =>
        (await manager.DeclareAsync(
            new DeclareIncident { By = new SystemActor("alerts"), Title = title, Service = "checkout" },
            Cancel)).Incident!.Id;

    private sealed class HangingOverPages : IIncidentObserver
    {
        public ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken) =>
            committed.Events.OfType<Paged>().Any() ? new(new TaskCompletionSource().Task) : ValueTask.CompletedTask;
    }

    private sealed class Answering(BadPagerTests tests, Func<PageRequest, Task<PageOutcome>> answer) : IPager
    {
        public ValueTask<PageOutcome> PageAsync(PageRequest request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref tests._calls);
            return new(answer(request));
        }
    }
}
