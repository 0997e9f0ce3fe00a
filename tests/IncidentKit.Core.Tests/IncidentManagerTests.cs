using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentKit.Tests;

public sealed class IncidentManagerTests
{
    private static readonly DeclareIncident Declaration = new() { By = Story.Alice, Title = "Payments fail", Service = "Checkout" };

    [Fact]
    public async Task Execute_RefusedGate_ChangesNothingInTheStore()
    {
        await using var services = Services();
        var (manager, store) = (services.GetRequiredService<IncidentManager>(), services.GetRequiredService<IIncidentStore>());
        var incident = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;

        var decision = await manager.ExecuteAsync(incident.Id, new CloseIncident { By = Story.Alice }, Cancel);

        Assert.True(decision.IsRefused);
        Assert.Equal(incident.Version, (await store.ReadAsync(incident.Id, Cancel))!.Count);
    }

    [Fact]
    public async Task Execute_ManyAtOnce_EachIsRecordedOnceAndInOrder()
    {
        await using var services = Services();
        var (manager, store) = (services.GetRequiredService<IncidentManager>(), services.GetRequiredService<IIncidentStore>());
        var incident = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(
            i => Task.Run(() => manager.ExecuteAsync(incident.Id, new AddNote { By = Story.Bob, Text = $"note {i}" }, Cancel), Cancel)));

        var replayed = Incident.Replay((await store.ReadAsync(incident.Id, Cancel))!);
        Assert.Equal(50, replayed.History.OfType<NoteAdded>().Select(n => n.Text).Distinct().Count());
    }

    [Fact]
    public async Task Execute_SameKeyTwice_HasOneEffectAndTheSameAnswer()
    {
        await using var services = Services();
        var manager = services.GetRequiredService<IncidentManager>();
        var incident = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;
        var note = new AddNote { By = Story.Bob, Text = "seen", IdempotencyKey = "k1" };

        var first = await manager.ExecuteAsync(incident.Id, note, Cancel);
        var second = await manager.ExecuteAsync(incident.Id, note, Cancel);

        Assert.Equal(first.Events, second.Events);
        Assert.Equal(first.Incident!.Version, (await manager.FindAsync(incident.Id, Cancel))!.Version);
    }

    [Fact]
    public async Task Execute_SameKeyForAnotherCommand_IsATypedError()
    {
        await using var services = Services();
        var manager = services.GetRequiredService<IncidentManager>();
        var incident = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;
        await manager.ExecuteAsync(incident.Id, new AddNote { By = Story.Bob, Text = "seen", IdempotencyKey = "k1" }, Cancel);

        var error = await Assert.ThrowsAsync<IdempotencyKeyReusedException>(
            () => manager.ExecuteAsync(incident.Id, new AddNote { By = Story.Bob, Text = "other", IdempotencyKey = "k1" }, Cancel));

        Assert.Equal("k1", error.Key);
    }

    [Fact]
    public async Task Execute_SameKeyAfterThePersonWasRenamed_IsTheSameCommand()
    {
        await using var services = Services();
        var manager = services.GetRequiredService<IncidentManager>();
        var incident = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;
        var assign = new AssignRole
        {
            By = new Responder("bob", "Bob"),
            Role = IncidentRole.TechnicalLead,
            To = new Responder("carol", "Carol"),
            IdempotencyKey = "k1",
        };

        var first = await manager.ExecuteAsync(incident.Id, assign, Cancel);
        var second = await manager.ExecuteAsync(
            incident.Id,
            assign with { By = new Responder("bob", "Bob B."), To = new Responder("carol", "Carol C.") },
            Cancel);

        Assert.Equal(first.Events, second.Events);
        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(
            () => manager.ExecuteAsync(incident.Id, assign with { To = new Responder("dan") }, Cancel));
    }

    [Fact]
    public async Task Execute_NumberThatJsonCannotWriteUnderAUsedKey_IsAnotherCommand()
    {
        await using var services = Services();
        var manager = services.GetRequiredService<IncidentManager>();
        var incident = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;
        await manager.ExecuteAsync(incident.Id, new AddNote { By = Story.Bob, Text = "seen", IdempotencyKey = "k1" }, Cancel);

        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => manager.ExecuteAsync(
            incident.Id,
            new StateImpact { By = Story.Bob, Kind = ImpactKind.Outage, Share = double.NaN, IdempotencyKey = "k1" },
            Cancel));
    }

    [Fact]
    public async Task Declare_KeyOfANote_IsATypedError()
    {
        await using var services = Services();
        var manager = services.GetRequiredService<IncidentManager>();
        var incident = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;
        await manager.ExecuteAsync(incident.Id, new AddNote { By = Story.Bob, Text = "seen", IdempotencyKey = "k1" }, Cancel);

        var error = await Assert.ThrowsAsync<IdempotencyKeyReusedException>(
            () => manager.DeclareAsync(Declaration with { IdempotencyKey = "k1" }, Cancel));

        Assert.Equal(("k1", incident.Id), (error.Key, error.Id));
    }

    [Fact]
    public async Task Declare_NumberThatIsTaken_IsATypedErrorAndTheNextOneIsFree()
    {
        await using var services = Services();
        var manager = services.GetRequiredService<IncidentManager>();
        await manager.DeclareAsync(Declaration with { Number = 1_000_000_000 }, Cancel);

        var error = await Assert.ThrowsAsync<IncidentNumberTakenException>(
            () => manager.DeclareAsync(Declaration with { Number = 1_000_000_000 }, Cancel));

        Assert.Equal(1_000_000_000, error.Number);
        Assert.Equal(1, (await manager.DeclareAsync(Declaration, Cancel)).Incident!.Number);
    }

    [Fact]
    [Process("P02")]
    public async Task ObligationsOf_IncidentOfAnotherPolicy_FollowsItsOwn()
    {
        await using var services = Services();
        var manager = services.GetRequiredService<IncidentManager>();
        var usual = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;
        var calm = (await manager.DeclareAsync(Declaration, "calm", Cancel)).Incident!;

        Assert.Contains(manager.ObligationsOf(usual), o => o.Name == ObligationNames.Mitigate);
        Assert.Equal([ObligationNames.Acknowledge], manager.ObligationsOf(calm).Select(o => o.Name));
        Assert.Equal("calm", services.GetRequiredService<IncidentPolicies>().Of(calm).Name);
    }

    [Fact]
    public async Task Execute_UnknownIncident_IsATypedError()
    {
        await using var services = Services();
        var error = await Assert.ThrowsAsync<IncidentNotFoundException>(
            () => services.GetRequiredService<IncidentManager>().ExecuteAsync(Story.Id, new Join { By = Story.Bob }, Cancel));

        Assert.Equal(Story.Id, error.Id);
    }

    [Fact]
    [Process("P24")]
    public async Task Execute_Redact_LeavesNoTraceInTheStore()
    {
        await using var services = Services();
        var (manager, store) = (services.GetRequiredService<IncidentManager>(), services.GetRequiredService<IIncidentStore>());
        var incident = (await manager.DeclareAsync(Declaration, Cancel)).Incident!;
        var noted = (await manager.ExecuteAsync(incident.Id, new AddNote { By = Story.Bob, Text = "hunter2" }, Cancel)).Incident!;

        await manager.ExecuteAsync(incident.Id, new Redact { By = Story.Bob, Of = noted.Version, Reason = "a secret" }, Cancel);

        Assert.DoesNotContain(
            (await store.ReadAsync(incident.Id, Cancel))!,
            e => e.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Story.Start));
        services.AddIncidentKit();
        services.AddIncidentKit().AddPolicy(new IncidentPolicy
        {
            Name = "calm",
            Obligations = [.. BuiltInObligations.All.Where(o => o.Name == ObligationNames.Acknowledge)],
        });
        return services.BuildServiceProvider();
    }
}
