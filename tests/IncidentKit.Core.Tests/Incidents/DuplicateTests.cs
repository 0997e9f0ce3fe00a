using IncidentKit.Testing;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Incidents;

/// <summary>
/// Duplicates hand over what they have, and never go round in a circle (P16); recurrences after the time are linked (P29).
/// </summary>
[Process("P16")]
[Process("P29")]
public sealed class DuplicateTests
{
    private readonly InMemoryIncidentStore _store = new();
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly IncidentManager _manager;

    public DuplicateTests() => _manager = new(_store, new CountingIds(), _clock, [], new IncidentPolicies(IncidentPolicy.Default));

    [Fact]
    public async Task MarkDuplicate_HandsOverRespondersAlertsAndThePublicThread()
    {
        var (original, duplicate) = (await DeclareAsync(Alice, "checkout-5xx"), await DeclareAsync(Bob, "checkout-latency"));
        await GiveAsync(duplicate, new Join { By = Carol }, new AttachAlert { By = Bob, Key = "cart-5xx" }, Update());

        var marked = await GiveAsync(duplicate, new MarkDuplicate { By = Bob, Of = original });

        Assert.Equal((IncidentPhase.Cancelled, original), (marked.Phase, marked.DuplicateOf));
        var cover = (await _manager.FindAsync(original, Cancel))!;
        Assert.Equal(["alice", "bob", "carol"], cover.Responders.Select(r => r.Id).Order());
        Assert.Equal(["cart-5xx", "checkout-5xx", "checkout-latency"], cover.Alerts.Select(a => a.Key).Order());
        Assert.Equal(PublicStatus.Investigating, cover.PublicStatus);
        Assert.Contains(new IncidentLink(duplicate, LinkKind.Duplicate), cover.Links);
        Assert.Equal(original, await _store.FindOpenByAlertKeyAsync("cart-5xx", Cancel));
    }

    [Fact]
    public async Task MarkDuplicate_OfWhatHasEnded_WantsAClosingPostFirst()
    {
        var (original, duplicate) = (await DeclareAsync(Alice), await DeclareAsync(Bob));
        await GiveAsync(original, Cancelled());
        await GiveAsync(duplicate, Update());
        var mark = new MarkDuplicate { By = Bob, Of = original };

        var refused = await _manager.ExecuteAsync(duplicate, mark, Cancel);
        Assert.Equal(["IK5003"], refused.Violations.Select(v => v.Rule));
        Assert.Empty((await _manager.FindAsync(original, Cancel))!.Links);

        await GiveAsync(duplicate, Update() with { Status = PublicStatus.Resolved }, mark);
        Assert.Equal([new IncidentLink(duplicate, LinkKind.Duplicate)], (await _manager.FindAsync(original, Cancel))!.Links);
    }

    [Fact]
    public async Task MarkDuplicate_TwoOfEachOtherAtOnce_LeavesOneOpen()
    {
        for (var round = 0; round < 50; round++)
        {
            var manager = new IncidentManager(
                new YieldingStore(), new CountingIds(), _clock, [], new IncidentPolicies(IncidentPolicy.Default));
            var (a, b) = (await DeclaredAsync(manager, Alice), await DeclaredAsync(manager, Bob));

            var marks = await Task.WhenAll(
                Task.Run(() => manager.ExecuteAsync(a, new MarkDuplicate { By = Alice, Of = b }, Cancel), Cancel),
                Task.Run(() => manager.ExecuteAsync(b, new MarkDuplicate { By = Bob, Of = a }, Cancel), Cancel));

            Assert.Single(marks, decision => decision.IsAccepted);
            Assert.Single([(await manager.FindAsync(a, Cancel))!, (await manager.FindAsync(b, Cancel))!], incident => incident.IsOpen);
        }
    }

    private static async Task<IncidentId> DeclaredAsync(IncidentManager manager, Responder by) =>
        (await manager.DeclareAsync(new DeclareIncident { By = by, Title = "Checkout fails", Service = "checkout" }, Cancel)).Incident!.Id;

    private sealed class YieldingStore() : DelegatingIncidentStore(new InMemoryIncidentStore())
    {
        public override async ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return await Inner.ReadAsync(id, cancellationToken);
        }
    }

    [Fact]
    public async Task MarkDuplicate_OfADuplicate_IsCoveredByWhatCoversThatOne()
    {
        var (a, b, c) = (await DeclareAsync(Alice), await DeclareAsync(Bob), await DeclareAsync(Carol));
        await GiveAsync(b, new MarkDuplicate { By = Bob, Of = a });

        var marked = await GiveAsync(c, new MarkDuplicate { By = Carol, Of = b });

        Assert.Equal(a, marked.DuplicateOf);
        Assert.Contains(Carol, (await _manager.FindAsync(a, Cancel))!.Responders);
    }

    [Fact]
    public async Task MarkDuplicate_InACircle_IsRefused()
    {
        var (a, b) = (await DeclareAsync(Alice), await DeclareAsync(Bob));
        await GiveAsync(b, new MarkDuplicate { By = Bob, Of = a });

        var refused = await _manager.ExecuteAsync(a, new MarkDuplicate { By = Alice, Of = b }, Cancel);

        Assert.Equal("IK1007", Assert.Single(refused.Violations).Rule);
    }

    [Fact]
    public async Task MarkDuplicate_OfWhatIsNotThere_IsATypedErrorThatNamesIt()
    {
        var incident = await DeclareAsync(Alice);
        var missing = new IncidentId(Guid.Parse("018f0000-0000-7000-8000-0000000000ff"));

        var error = await Assert.ThrowsAsync<IncidentNotFoundException>(
            () => _manager.ExecuteAsync(incident, new MarkDuplicate { By = Alice, Of = missing }, Cancel));

        Assert.Equal(missing, error.Id);
        Assert.True((await _manager.FindAsync(incident, Cancel))!.IsOpen);
    }

    [Fact]
    public async Task MarkDuplicate_AgainAfterACrashInBetween_HandsOverOnce()
    {
        var (original, duplicate) = (await DeclareAsync(Alice), await DeclareAsync(Bob));
        foreach (var command in DuplicateMerge.Commands(
            (await _manager.FindAsync(duplicate, Cancel))!,
            (await _manager.FindAsync(original, Cancel))!,
            Bob))
        {
            await GiveAsync(original, command);
        }

        await GiveAsync(duplicate, new MarkDuplicate { By = Bob, Of = original });

        Assert.Single((await _manager.FindAsync(original, Cancel))!.History.OfType<DuplicateTakenOver>());
    }

    [Fact]
    public async Task Declare_RecurrenceAfterTheTime_IsLinkedBothWays()
    {
        var old = await DeclareAsync(Alice);
        await GiveAsync(old, Cancelled());
        _clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(
            ["IK5004"],
            (await _manager.ExecuteAsync(
                old,
                new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "errors again" },
                Cancel)).Violations
                .Select(v => v.Rule));

        var again = (await _manager.DeclareAsync(
            new() { By = Alice, Title = "Checkout fails again", Service = "checkout", RecurrenceOf = old },
            Cancel)).Incident!;

        Assert.Equal(old, again.RecurrenceOf);
        Assert.Equal([new IncidentLink(again.Id, LinkKind.Recurrence)], (await _manager.FindAsync(old, Cancel))!.Links);
        await Assert.ThrowsAsync<IncidentNotFoundException>(() => _manager.DeclareAsync(new()
        {
            By = Alice,
            Title = "x",
            Service = "y",
            RecurrenceOf = new IncidentId(new Guid("018f0000-0000-7000-8000-0000000000ff")),
        }, Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static CancelIncident Cancelled() => new() { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" };

    private static PostUpdate Update() => new() { By = Bob, Audience = UpdateAudience.Public, Text = "We are investigating." };

    private async Task<IncidentId> DeclareAsync(Responder by, string? alert = null) =>
        (await _manager.DeclareAsync(
            new() { By = by, Title = "Checkout fails", Service = "checkout", AlertKey = alert },
            Cancel)).Incident!.Id;

    private async Task<Incident> GiveAsync(IncidentId id, params IncidentCommand[] commands)
    {
        Incident? last = null;
        foreach (var command in commands)
        {
            var decision = await _manager.ExecuteAsync(id, command, Cancel);
            Assert.True(decision.IsAccepted, decision.ToString());
            last = decision.Incident;
        }

        return last!;
    }
}
