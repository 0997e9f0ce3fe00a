using static IncidentKit.Testing.IncidentStory;
using static IncidentKit.Testing.StoreTrial;

namespace IncidentKit.Testing;

/// <summary>What holds in every store of the histories of incidents.</summary>
internal static class HistoryLaws
{
    private const int Writers = 8;

    public static async Task ReadsBackAsync(StoreTrial trial)
    {
        var story = Declared(1);
        await trial.RecordAsync(story).ConfigureAwait(false);
        await trial.RecordAsync(story, new Classify { By = Alice, Level = 2 }).ConfigureAwait(false);
        await trial
            .RecordAsync(story, new AddNote { By = Bob, Text = "Fehlerrate über 5 %\n\"quoted\" \\ 🔥", Link = "https://graphs.example/1" })
            .ConfigureAwait(false);
        trial.SameList(story.Incident.History, await trial.ReadAsync(story.Incident.Id).ConfigureAwait(false), "The events");
    }

    public static async Task IsEmptyAsync(StoreTrial trial)
    {
        var nowhere = CountingIncidentIds.Of(99);
        trial.Equal(
            true,
            await trial.Store.ReadAsync(nowhere, trial.Cancel).ConfigureAwait(false) is null,
            "That an incident that is not there is null");
        trial.Equal(null, await trial.FirstDueAsync().ConfigureAwait(false), "The next due instant of nothing");
        trial.Equal(
            null,
            await trial.Store.FindOpenByAlertKeyAsync("disk", trial.Cancel).ConfigureAwait(false),
            "The incident of an unknown alert key");
        trial.Equal(
            null,
            await trial.Store.FindByIdempotencyKeyAsync(null, "k", trial.Cancel).ConfigureAwait(false),
            "The incident of an unknown idempotency key");
        trial.SameList(
            [],
            await trial.ListAsync(trial.Store.ListOpenAsync(trial.Cancel)).ConfigureAwait(false),
            "The open incidents of nothing");
        trial.SameList(
            [],
            await trial.ListAsync(trial.Store.SearchAsync(new IncidentQuery(), trial.Cancel)).ConfigureAwait(false),
            "The incidents of nothing");
        trial.SameList(
            [],
            await trial.ListAsync(trial.Store.ListDueAsync(DateTimeOffset.MaxValue, trial.Cancel)).ConfigureAwait(false),
            "What is due of nothing");
    }

    public static async Task RefusesLostRacesAsync(StoreTrial trial)
    {
        var story = Declared(1);
        await trial.RecordAsync(story).ConfigureAwait(false);
        var (id, version) = (story.Incident.Id, story.Incident.Version);
        var other = story.Lifecycle.Decide(story.Incident, new AddNote { By = Carol, Text = "lost" }, story.Now.AddMinutes(1));
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "won" }).ConfigureAwait(false);

        var lost = await trial
            .ThrowsAsync<IncidentConcurrencyException>(
                () => trial.Store.AppendAsync(id, version, CommitOf(other.Incident!, other.Events), trial.Cancel).AsTask(),
                "A commit on an old version")
            .ConfigureAwait(false);
        trial.Equal((id, version, version + 1), (lost.Id, lost.ExpectedVersion, lost.ActualVersion), "What the error names");
        await trial
            .ThrowsAsync<IncidentConcurrencyException>(() => trial.RecordAsync(Declared(1)), "A second declaration of one incident")
            .ConfigureAwait(false);
        await trial.ThrowsAsync<IncidentConcurrencyException>(
            () =>
                trial.Store.AppendAsync(CountingIncidentIds.Of(7), 3, Renamed(other, CountingIncidentIds.Of(7), 3), trial.Cancel).AsTask(),
            "A commit to an incident that is not there")
            .ConfigureAwait(false);
        trial.SameList(story.Incident.History, await trial.ReadAsync(id).ConfigureAwait(false), "The events after lost races");
    }

    public static async Task OneWinsAsync(StoreTrial trial)
    {
        var story = Declared(1);
        var before = await trial.RecordAsync(story).ConfigureAwait(false);
        for (var round = 0; round < 20; round++)
        {
            var decisions = Enumerable.Range(0, Writers)
                .Select(
                    i => story.Lifecycle.Decide(before, new AddNote { By = Alice, Text = $"{round}.{i}" }, story.Now.AddMinutes(round + 1)))
                .ToList();
            var earlier = before;
            var won = await Task
                .WhenAll(decisions.Select(decision => Task.Run(() => TryAsync(trial, earlier, decision), trial.Cancel)))
                .ConfigureAwait(false);
            trial.Equal(1, won.Count(w => w), "The number of winners");
            before = decisions[Array.IndexOf(won, true)].Incident!;
            trial.SameList(before.History, await trial.ReadAsync(before.Id).ConfigureAwait(false), "The events after a race");
        }
    }

    public static async Task RefusesGapsAsync(StoreTrial trial)
    {
        var story = Declared(1);
        await trial.RecordAsync(story).ConfigureAwait(false);
        var before = story.Incident;
        var next = story.Lifecycle.Decide(before, new AddNote { By = Bob, Text = "seen" }, story.Now.AddMinutes(1));
        var gap = CommitOf(next.Incident!, [.. next.Events.Select(e => e with { Sequence = e.Sequence + 1 })]);
        await trial
            .ThrowsAsync<ArgumentException>(
                () => trial.Store.AppendAsync(before.Id, before.Version, gap, trial.Cancel).AsTask(),
                "A commit with a gap")
            .ConfigureAwait(false);
        await trial
            .ThrowsAsync<ArgumentException>(
                () => trial.Store.AppendAsync(CountingIncidentIds.Of(5), 0, CommitOf(before, [.. before.History]), trial.Cancel).AsTask(),
                "A commit under another id")
            .ConfigureAwait(false);
        trial.SameList(before.History, await trial.ReadAsync(before.Id).ConfigureAwait(false), "The events after what was refused");
    }

    public static async Task RewritesAsync(StoreTrial trial)
    {
        var story = Declared(1);
        await trial.RecordAsync(story).ConfigureAwait(false);
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "password: hunter2" }).ConfigureAwait(false);
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "harmless" }).ConfigureAwait(false);
        await trial
            .RecordAsync(
                story,
                new Redact { By = Alice, Of = story.Incident.History.OfType<NoteAdded>().First().Sequence, Reason = "a secret" })
            .ConfigureAwait(false);
        var events = await trial.ReadAsync(story.Incident.Id).ConfigureAwait(false);
        trial.SameList(story.Incident.History, events, "The events after a redaction");
        trial.Equal(false, events.Any(e => e.ToString().Contains("hunter2", StringComparison.Ordinal)), "That the secret is still there");
    }

    public static async Task KeepsRandomHistoriesAsync(StoreTrial trial)
    {
        Dictionary<IncidentId, Incident> kept = [];
        for (var seed = 1; seed <= 20; seed++)
        {
            var story = Declared(seed);
            kept[story.Incident.Id] = await trial.RecordAsync(story).ConfigureAwait(false);
            foreach (var step in IncidentSteps.Of(seed, 25))
            {
                var command = IncidentSteps.CommandOf(
                    IncidentPolicy.Default, story.Incident, step with { Odd = 1 }, story.Now.AddMinutes(1));
                if (command.IdempotencyKey is null && command is not AttachAlert and not TakeOverDuplicate && story.Try(command).IsAccepted)
                    kept[story.Incident.Id] = await trial.RecordAsync(story, command).ConfigureAwait(false);
            }
        }

        foreach (var (id, incident) in kept)
            trial.SameList(incident.History, await trial.ReadAsync(id).ConfigureAwait(false), $"The events of {id}");
        var open = kept.Values.Where(i => i.IsOpen).Select(IncidentSummary.Of).OrderByDescending(s => s.RecordedAt).ThenBy(s => s.Id.Value);
        trial.SameList(open, await trial.ListAsync(trial.Store.ListOpenAsync(trial.Cancel)).ConfigureAwait(false), "The open incidents");
    }

    public static async Task GivesUpAsync(StoreTrial trial)
    {
        var story = Declared(1);
        using var given = new CancellationTokenSource();
        await given.CancelAsync().ConfigureAwait(false);
        await trial.ThrowsAsync<OperationCanceledException>(
            () =>
                trial.Store.AppendAsync(story.Incident.Id, 0, CommitOf(story.Incident, [.. story.Incident.History]), given.Token).AsTask(),
            "An append that was given up")
            .ConfigureAwait(false);
        trial.Equal(
            true,
            await trial.Store.ReadAsync(story.Incident.Id, trial.Cancel).ConfigureAwait(false) is null,
            "That nothing is recorded");
        await trial
            .ThrowsAsync<OperationCanceledException>(
                () => trial.Store.ReadAsync(story.Incident.Id, given.Token).AsTask(),
                "A read that was given up")
            .ConfigureAwait(false);
    }

    private static async Task<bool> TryAsync(StoreTrial trial, Incident before, Decision decision)
    {
        try
        {
            await trial.Store
                .AppendAsync(before.Id, before.Version, CommitOf(decision.Incident!, decision.Events), trial.Cancel)
                .ConfigureAwait(false);
            return true;
        }
        catch (IncidentConcurrencyException)
        {
            return false;
        }
    }

    // The same events under another id, after a version that nobody recorded.
    private static IncidentCommit Renamed(Decision decision, IncidentId id, long version)
    {
        List<IncidentEvent> events = [.. decision.Events.Select((e, i) => e with { Incident = id, Sequence = version + 1 + i })];
        return new IncidentCommit
        {
            Events = events,
            NextDueAt = null,
            Summary = IncidentSummary.Of(decision.Incident!) with { Id = id, Version = version + events.Count },
        };
    }
}
