using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests;

/// <summary>Listeners hear of each commit, whatever other listeners do.</summary>
public sealed class CommitListenerTests
{
    private readonly InMemoryIncidentStore _store = new();
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Heard _heard = new();

    [Fact]
    public async Task Commit_OfADeclaration_TellsVersionAndWhatIsDue()
    {
        var incident = await DeclareAsync(Manager(_heard));

        var next = (await _store.ListDueAsync(DateTimeOffset.MaxValue, Cancel).FirstAsync(Cancel)).DueAt;
        Assert.Equal([(incident.Id, incident.Version, next)], _heard.Calls);
    }

    [Fact]
    public async Task Commit_ListenerThatThrows_StopsNeitherTheCommandNorOtherListeners()
    {
        var manager = Manager(new Throwing(), _heard);

        var incident = await DeclareAsync(manager);

        Assert.Equal(incident.Version, Assert.Single(_heard.Calls).Version);
        Assert.NotNull(await manager.FindAsync(incident.Id, Cancel));
    }

    [Fact]
    public async Task Subscription_UntilItIsDisposed_Hears()
    {
        var manager = Manager();
        using (manager.Subscribe(_heard))
            await DeclareAsync(manager);
        await DeclareAsync(manager);

        Assert.Single(_heard.Calls);
    }

    [Fact]
    public async Task Refusal_TellsNobody()
    {
        var manager = Manager(_heard);
        var incident = await DeclareAsync(manager);

        var refused = await manager.ExecuteAsync(incident.Id, new ResolveIncident { By = Alice }, Cancel);

        Assert.True(refused.IsRefused);
        Assert.Single(_heard.Calls);
    }

    [Fact]
    public async Task Repeat_OfACommandOnRecord_TellsAgain()
    {
        var manager = Manager(_heard);
        var incident = await DeclareAsync(manager);
        var note = new AddNote { By = Alice, Text = "Error rate over 5%.", IdempotencyKey = "note" };

        await manager.ExecuteAsync(incident.Id, note, Cancel);
        await manager.ExecuteAsync(incident.Id, note, Cancel);

        Assert.Equal([incident.Version, incident.Version + 1, incident.Version + 1], _heard.Calls.Select(call => call.Version));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Incident> DeclareAsync(IncidentManager manager) => (await manager.DeclareAsync(
        new DeclareIncident { By = new SystemActor("monitor"), Title = "Checkout fails", Service = "checkout" }, Cancel)).Incident!;

    private IncidentManager Manager(params ICommitListener[] listeners) =>
        new(_store, new CountingIds(), _clock, [], new IncidentPolicies(IncidentPolicy.Default), listeners: listeners);

    private sealed class Heard : ICommitListener
    {
        public List<(IncidentId Incident, long Version, DateTimeOffset? NextDueAt)> Calls { get; } = [];

        public void OnCommitted(IncidentId incident, long version, DateTimeOffset? nextDueAt) => Calls.Add((incident, version, nextDueAt));
    }

    private sealed class Throwing : ICommitListener
    {
        public void OnCommitted(IncidentId incident, long version, DateTimeOffset? nextDueAt) => throw new IOException("no answer");
    }
}
