using static IncidentKit.Testing.IncidentStory;
using static IncidentKit.Testing.StoreTrial;

namespace IncidentKit.Testing;

/// <summary>What holds of the deliveries in every store.</summary>
internal static class DeliveryLaws
{
    private const string Port = "chat";
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    public static async Task KeepsOrderAsync(StoreTrial trial)
    {
        await RecordAsync(trial, 1, "a", "b").ConfigureAwait(false);
        await RecordAsync(trial, 2, "c").ConfigureAwait(false);
        var heads = await HoldAsync(trial, Start).ConfigureAwait(false);
        trial.SameList(["a", "c"], heads.Select(h => h.Delivery.Id).Order(StringComparer.Ordinal), "The heads of the queues");
        trial.Equal(0, (await HoldAsync(trial, Start).ConfigureAwait(false)).Count, "How many are handed out while others hold them");
        trial.Equal(
            true,
            await trial.Outbox.CompleteDeliveryAsync(heads.Single(h => h.Delivery.Id == "a"), trial.Cancel).ConfigureAwait(false),
            "That what is held can be completed");
        var next = await HoldAsync(trial, Start).ConfigureAwait(false);
        trial.SameList(["b"], next.Select(h => h.Delivery.Id), "The head after the first one is done");
        trial.Equal(
            false,
            await trial.Outbox.CompleteDeliveryAsync(heads.Single(h => h.Delivery.Id == "a"), trial.Cancel).ConfigureAwait(false),
            "That what is done can be completed again");
    }

    public static async Task WaitsAsync(StoreTrial trial)
    {
        await RecordAsync(trial, 1, "a", "b").ConfigureAwait(false);
        trial.Equal(
            null,
            await trial.Outbox.NextDeliveryAsync("tickets", trial.Cancel).ConfigureAwait(false),
            "The next delivery of another port");
        trial.Equal(
            Start,
            await trial.Outbox.NextDeliveryAsync(Port, trial.Cancel).ConfigureAwait(false),
            "When the first can be handed out");
        trial.Equal(
            0,
            (await HoldAsync(trial, Start.AddTicks(-1)).ConfigureAwait(false)).Count,
            "How many are handed out before their time");
        var held = await OnlyAsync(trial, Start).ConfigureAwait(false);
        trial.Equal((1, 0), (held.Attempt, held.Failures), "Attempt and failures of the first hold");
        trial.Equal(
            Start + Hold,
            await trial.Outbox.NextDeliveryAsync(Port, trial.Cancel).ConfigureAwait(false),
            "When what is held can be handed out again");
        trial.Equal(
            true,
            await trial.Outbox.PostponeDeliveryAsync(held, Start.AddHours(1), isFailure: true, trial.Cancel).ConfigureAwait(false),
            "That what is held can be postponed");
        trial.Equal(0, (await HoldAsync(trial, Start.AddMinutes(59)).ConfigureAwait(false)).Count, "How many overtake the one that waits");
        var again = await OnlyAsync(trial, Start.AddHours(1)).ConfigureAwait(false);
        trial.Equal(("a", 2, 1), (again.Delivery.Id, again.Attempt, again.Failures), "Delivery, attempt and failures after a failure");
        await trial.Outbox.PostponeDeliveryAsync(again, Start.AddHours(2), isFailure: false, trial.Cancel).ConfigureAwait(false);
        trial.Equal(
            (3, 1),
            await OnlyAsync(trial, Start.AddHours(2)).ConfigureAwait(false) is var third ? (third.Attempt, third.Failures) : default,
            "Attempt and failures after one that does not count");
    }

    public static async Task EndsHoldsAsync(StoreTrial trial)
    {
        await RecordAsync(trial, 1, "a").ConfigureAwait(false);
        var lost = await OnlyAsync(trial, Start).ConfigureAwait(false);
        trial.Equal(
            0,
            (await HoldAsync(trial, (Start + Hold).AddTicks(-1)).ConfigureAwait(false)).Count,
            "How many are handed out before a hold runs out");
        var found = await OnlyAsync(trial, Start + Hold).ConfigureAwait(false);
        trial.Equal(
            ("a", 2, 1),
            (found.Delivery.Id, found.Attempt, found.Failures),
            "Delivery, attempt and failures after a hold that ran out");
        trial.Equal(
            false,
            await trial.Outbox.CompleteDeliveryAsync(lost, trial.Cancel).ConfigureAwait(false),
            "That a hold that ran out completes anything");
        trial.Equal(
            true,
            await trial.Outbox.CompleteDeliveryAsync(found, trial.Cancel).ConfigureAwait(false),
            "That the later hold completes it");
        trial.Equal(
            null,
            await trial.Outbox.NextDeliveryAsync(Port, trial.Cancel).ConfigureAwait(false),
            "The next delivery once all are done");
    }

    public static async Task SetsAsideAsync(StoreTrial trial)
    {
        await RecordAsync(trial, 1, "a", "b").ConfigureAwait(false);
        var poison = await OnlyAsync(trial, Start).ConfigureAwait(false);
        trial.Equal(
            true,
            await trial.Outbox.SetDeliveryAsideAsync(poison, Start.AddMinutes(2), "not_allowed", trial.Cancel).ConfigureAwait(false),
            "That what is held can be set aside");
        trial.SameList(
            [("a", "not_allowed", 1, Start.AddMinutes(2))],
            (await trial.ListAsync(trial.Outbox.ListDeliveriesSetAsideAsync(trial.Cancel)).ConfigureAwait(false))
                .Select(s => (s.Delivery.Id, s.Reason, s.Attempts, s.At)),
            "What is set aside");
        trial.SameList(
            [(Port, 1, 1)],
            (await trial.Outbox.ReadDeliveryBacklogAsync(trial.Cancel).ConfigureAwait(false))
                .Select(b => (b.Port, b.Outstanding, b.SetAside)),
            "What waits");
        trial.Equal(
            true,
            await trial.Outbox.RetryDeliveryAsync(poison.Incident, Port, "a", Start.AddMinutes(3), trial.Cancel).ConfigureAwait(false),
            "That what is set aside can be tried again");
        trial.Equal(
            false,
            await trial.Outbox.RetryDeliveryAsync(poison.Incident, Port, "a", Start.AddMinutes(3), trial.Cancel).ConfigureAwait(false),
            "That it can be tried again twice");
        var again = await OnlyAsync(trial, Start.AddMinutes(3)).ConfigureAwait(false);
        trial.Equal(
            ("a", 1, 0),
            (again.Delivery.Id, again.Attempt, again.Failures),
            "What is handed out after a retry, before what came later");
    }

    public static async Task PutsInOnceAsync(StoreTrial trial)
    {
        var story = await RecordAsync(trial, 1, "a").ConfigureAwait(false);
        var incident = story.Incident;
        await trial.Store.AppendAsync(
            incident.Id,
            incident.Version,
            new IncidentCommit { Events = [], NextDueAt = null, Summary = IncidentSummary.Of(incident), Deliveries = [Of("a"), Of("b")] },
            trial.Cancel).ConfigureAwait(false);
        trial.SameList(
            [(Port, 2, 0)],
            (await trial.Outbox.ReadDeliveryBacklogAsync(trial.Cancel).ConfigureAwait(false))
                .Select(b => (b.Port, b.Outstanding, b.SetAside)),
            "What waits after a delivery was given twice");
        var lost = story.Then(new AddNote { By = Alice, Text = "lost" });
        await trial.ThrowsAsync<IncidentConcurrencyException>(
            () => trial.Store.AppendAsync(incident.Id, incident.Version + 5, new IncidentCommit
            {
                Events = [],
                NextDueAt = null,
                Summary = IncidentSummary.Of(lost.Incident) with { Version = incident.Version + 5 },
                Deliveries = [Of("c")],
            }, trial.Cancel).AsTask(),
            "A commit on a version that is not there").ConfigureAwait(false);
        trial.Equal(
            2,
            (await trial.Outbox.ReadDeliveryBacklogAsync(trial.Cancel).ConfigureAwait(false)).Sum(b => b.Outstanding),
            "What waits after a commit that was refused");
    }

    private static IncidentDelivery Of(string id) => new() { Id = id, Port = Port, Kind = "note", Payload = "1", NotBefore = Start };

    private static async Task<IncidentStory> RecordAsync(StoreTrial trial, int number, params string[] deliveries)
    {
        var story = Declared(number);
        var commit = CommitOf(story.Incident, [.. story.Incident.History]);
        await trial.Store
            .AppendAsync(
                story.Incident.Id,
                0,
                new IncidentCommit
                {
                    Events = commit.Events,
                    NextDueAt = commit.NextDueAt,
                    Summary = commit.Summary,
                    Deliveries = [.. deliveries.Select(Of)],
                },
                trial.Cancel)
            .ConfigureAwait(false);
        return story;
    }

    private static async Task<IReadOnlyList<HeldDelivery>> HoldAsync(StoreTrial trial, DateTimeOffset now) =>
        await trial.Outbox.HoldDeliveriesAsync(Port, now, now + Hold, 10, trial.Cancel).ConfigureAwait(false);

    private static async Task<HeldDelivery> OnlyAsync(StoreTrial trial, DateTimeOffset now)
    {
        var held = await HoldAsync(trial, now).ConfigureAwait(false);
        return held.Count == 1
            ? held[0]
            : throw trial.Broken($"{held.Count} deliveries are handed out at {When.At(now)}, and one was expected.");
    }
}
