using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Alerts;

/// <summary>Alerts by key: one open incident per key (P17).</summary>
[Process("P17")]
public sealed class AlertTests
{
    private static readonly SystemActor Monitor = new("monitor");
    private readonly InMemoryIncidentStore _store = new();
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly CountingIds _ids = new();

    [Fact]
    public async Task Declare_StormOfOneKey_IsOneIncident()
    {
        var managers = new[] { Manager(), Manager() };

        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(i => Task.Run(() => managers[i % 2].DeclareAsync(Alert("checkout-5xx"), Cancel), Cancel)));

        var id = Assert.Single(decisions.Select(d => d.Incident!.Id).Distinct());
        Assert.All(decisions, d => Assert.True(d.IsAccepted, d.ToString()));
        var alert = Assert.Single((await managers[0].FindAsync(id, Cancel))!.Alerts);
        Assert.Equal(("checkout-5xx", 60, false), (alert.Key, alert.Fired, alert.IsCleared));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Declare_OtherKeyOrNone_IsAnIncidentOfItsOwn()
    {
        var manager = Manager();
        await manager.DeclareAsync(Alert("checkout-5xx"), Cancel);
        await manager.DeclareAsync(Alert("search-5xx"), Cancel);
        await manager.DeclareAsync(Alert(null), Cancel);
        await manager.DeclareAsync(Alert(null), Cancel);

        Assert.Equal(4, await CountAsync());
    }

    [Fact]
    public async Task Declare_KeyOfAnEndedIncident_IsANewOne()
    {
        var manager = Manager();
        var first = (await manager.DeclareAsync(Alert("checkout-5xx"), Cancel)).Incident!;
        await manager.ExecuteAsync(
            first.Id,
            new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" },
            Cancel);

        var second = (await manager.DeclareAsync(Alert("checkout-5xx"), Cancel)).Incident!;

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Declare_SameIdempotencyKeyAgain_HasOneEffectAndTheSameAnswer()
    {
        var manager = Manager();
        await manager.DeclareAsync(Alert("checkout-5xx"), Cancel);
        var again = Alert("checkout-5xx") with { IdempotencyKey = "delivery 2" };

        var first = await manager.DeclareAsync(again, Cancel);
        var second = await manager.DeclareAsync(again, Cancel);

        Assert.Equal(first.Events, second.Events);
        Assert.Equal(2, Assert.Single((await manager.FindAsync(first.Incident!.Id, Cancel))!.Alerts).Fired);
        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => manager.DeclareAsync(again with { Title = "Another thing" }, Cancel));
    }

    [Fact]
    public async Task ClearAlert_IsEvidenceAndMovesNothing()
    {
        var manager = Manager();
        var incident = (await manager.DeclareAsync(Alert("checkout-5xx"), Cancel)).Incident!;

        var cleared = (await manager.ExecuteAsync(incident.Id, new ClearAlert { By = Monitor, Key = "checkout-5xx" }, Cancel)).Incident!;
        Assert.Equal((IncidentPhase.Detection, null, true), (cleared.Phase, cleared.MitigatedBy, cleared.Alerts[0].IsCleared));

        var again = (await manager.DeclareAsync(Alert("checkout-5xx"), Cancel)).Incident!;
        Assert.Equal((incident.Id, false, 2), (again.Id, again.Alerts[0].IsCleared, again.Alerts[0].Fired));
    }

    [Fact]
    public async Task AttachAlert_KeyOfAnotherOpenIncident_IsKeptWithADeviation()
    {
        var manager = Manager();
        var first = (await manager.DeclareAsync(Alert("checkout-5xx"), Cancel)).Incident!;
        var second = (await manager.DeclareAsync(Alert(null), Cancel)).Incident!;

        var decision = await manager.ExecuteAsync(
            second.Id,
            new AttachAlert { By = Alice, Key = "checkout-5xx", Text = "errors over 5%" },
            Cancel);

        Assert.Contains(first.Id.ToString(), Assert.Single(decision.Deviations).Message, StringComparison.Ordinal);
        Assert.Equal("errors over 5%", Assert.Single(decision.Incident!.Alerts).Text);
        Assert.Empty((await manager.ExecuteAsync(first.Id, new AttachAlert { By = Alice, Key = "checkout-5xx" }, Cancel)).Deviations);
    }

    [Fact]
    public async Task Declare_WithAnAlert_AttachesIt()
    {
        var incident = (await Manager().DeclareAsync(Alert("checkout-5xx"), Cancel)).Incident!;

        Assert.Equal(["checkout-5xx"], incident.Alerts.Select(a => a.Key));
        Assert.False(incident.IsAcknowledged);
        Assert.Equal(incident.Id, await _store.FindOpenByAlertKeyAsync("checkout-5xx", Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DeclareIncident Alert(string? key) =>
        new() { By = Monitor, Title = "Checkout fails", Service = "checkout", AlertKey = key };

    private IncidentManager Manager() => new(_store, _ids, _clock, [], new IncidentPolicies(IncidentPolicy.Default));

    private async Task<int> CountAsync() => await _store.SearchAsync(new IncidentQuery(), Cancel).CountAsync(Cancel);
}
