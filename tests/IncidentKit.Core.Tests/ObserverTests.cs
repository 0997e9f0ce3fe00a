using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentKit.Tests;

/// <summary>Observers hear of each incident in order, and none waits for another.</summary>
public sealed class ObserverTests
{
    [Fact]
    public async Task Observers_ManyCommandsAtOnce_HearThemInTheOrderOfRecording()
    {
        ConcurrentQueue<long> heard = [];
        var all = new TaskCompletionSource();
        var manager = Manager(new Observer(async committed =>
        {
            await Task.Yield();
            heard.Enqueue(committed.Incident.Version);
            if (committed.Incident.History.OfType<NoteAdded>().Count() == 100)
                all.SetResult();
        }));
        var incident = await DeclareAsync(manager);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => NoteAsync(manager, incident.Id), Cancel)));
        await all.Task.WaitAsync(Cancel);

        Assert.Equal(heard.Order(), heard);
        Assert.Equal(101, heard.Count);
    }

    [Fact]
    public async Task Observers_OneHangs_StopsNoOtherObserverAndNoOtherIncident()
    {
        var never = new TaskCompletionSource();
        ConcurrentQueue<IncidentId> heard = [];
        var all = new TaskCompletionSource();
        IncidentId? hung = null;
        var manager = Manager(
            new Observer(committed => committed.Incident.Id == hung ? new ValueTask(never.Task) : ValueTask.CompletedTask),
            new Observer(committed =>
            {
                heard.Enqueue(committed.Incident.Id);
                if (heard.Count == 5)
                    all.SetResult();
                return ValueTask.CompletedTask;
            }));
        var (first, second) = (await DeclareAsync(manager), await DeclareAsync(manager));
        hung = first.Id;
        await NoteAsync(manager, first.Id);
        await NoteAsync(manager, second.Id);
        await NoteAsync(manager, first.Id);

        await all.Task.WaitAsync(Cancel);
        Assert.Equal(3, heard.Count(id => id == first.Id));
        Assert.Equal(2, heard.Count(id => id == second.Id));
        never.SetResult();
    }

    [Fact]
    public async Task Observers_OneHangs_NoCallerWaits()
    {
        var hang = new TaskCompletionSource();
        var manager = Manager(new Observer(_ => new(hang.Task)));

        var incident = await DeclareAsync(manager);

        Assert.True((await NoteAsync(manager, incident.Id)).IsAccepted);
        Assert.False(manager.DrainObserversAsync(Cancel).IsCompleted);
        hang.SetResult();
        await manager.DrainObserversAsync(Cancel);
    }

    [Fact]
    public async Task Observers_MoreWaitsThanAllowed_TheOldestIsDroppedAndTheRestIsToldInOrder()
    {
        var begun = new TaskCompletionSource();
        var hang = new TaskCompletionSource();
        List<long> heard = [];
        var manager = Services(
            new FakeTimeProvider(Story.Start),
            options => options.MaxWaitingCommits = 3,
            new Observer(async committed =>
            {
                begun.TrySetResult();
                await hang.Task;
                heard.Add(committed.Incident.Version);
            })).GetRequiredService<IncidentManager>();
        var incident = await DeclareAsync(manager);
        await begun.Task.WaitAsync(Cancel);

        for (var i = 0; i < 5; i++)
            await NoteAsync(manager, incident.Id);
        hang.SetResult();
        await manager.DrainObserversAsync(Cancel);

        var last = (await manager.FindAsync(incident.Id, Cancel))!.Version;
        Assert.Equal([incident.Version, last - 2, last - 1, last], heard);
    }

    [Fact]
    public async Task Observers_OneFails_TheOthersAreTold()
    {
        var heard = 0;
        var manager = Manager(new Observer(_ => throw new InvalidOperationException("no chat")), new Observer(_ =>
        {
            Interlocked.Increment(ref heard);
            return ValueTask.CompletedTask;
        }));

        await NoteAsync(manager, (await DeclareAsync(manager)).Id);
        await manager.DrainObserversAsync(Cancel);

        Assert.Equal(2, heard);
    }

    [Fact]
    public async Task Observers_OneGivesACommandItself_DoesNotWaitForItself()
    {
        IncidentManager manager = null!;
        var told = new TaskCompletionSource();
        manager = Manager(new Observer(async committed =>
        {
            if (committed.Events is [IncidentDeclared, ..])
                await NoteAsync(manager, committed.Incident.Id);
            else
                told.SetResult();
        }));

        await DeclareAsync(manager);

        await told.Task.WaitAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Incident> DeclareAsync(IncidentManager manager) =>
        (await manager.DeclareAsync(
            new DeclareIncident { By = Story.Alice, Title = "Payments fail", Service = "Checkout" },
            Cancel)).Incident!;

    private static Task<Decision> NoteAsync(IncidentManager manager, IncidentId id) =>
        manager.ExecuteAsync(id, new AddNote { By = Story.Bob, Text = "seen" }, Cancel);

    private static IncidentManager Manager(params IIncidentObserver[] observers) =>
        Services(new FakeTimeProvider(Story.Start), null, observers).GetRequiredService<IncidentManager>();

    private static ServiceProvider Services(
        TimeProvider clock, Action<IncidentManagerOptions>? configure, params IIncidentObserver[] observers)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddIncidentKitCore();
        if (configure is not null)
            services.Configure(configure);
        foreach (var observer in observers)
            services.AddSingleton(observer);
        return services.BuildServiceProvider();
    }

    private sealed class Observer(Func<IncidentCommitted, ValueTask> tell) : IIncidentObserver
    {
        public ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken) => tell(committed);
    }
}
