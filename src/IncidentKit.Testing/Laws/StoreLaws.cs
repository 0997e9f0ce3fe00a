using static IncidentKit.Testing.IncidentStory;
using static IncidentKit.Testing.StoreTrial;

namespace IncidentKit.Testing;

/// <summary>The contract of <see cref="IIncidentStore"/> as laws.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public static class StoreLaws
{
    private const int Writers = 8;

    /// <summary>All laws.</summary>
    public static IReadOnlyList<StoreLaw> All { get; } =
    [
        new("STORE-01", "What was recorded is read back, every event in its order.", ReadsBackAsync),
        new("STORE-02", "What was never recorded is nothing.", IsEmptyAsync),
        new("STORE-03", "A commit that was decided on another version is refused and records nothing.", RefusesLostRacesAsync),
        new("STORE-04", "Of commits that race one wins.", OneWinsAsync),
        new("STORE-05", "A commit that does not follow is refused.", RefusesGapsAsync),
        new("STORE-06", "A redaction replaces the events that it names, and no other.", RewritesAsync),
        new("STORE-07", "The next due instant is the earliest of all, and the last commit's.", NextDueAsync),
        new("STORE-08", "What is due by an instant is listed, the earliest first, the instant included.", ListsDueAsync),
        new("STORE-09", "An alert key leads to the open incident that has it, compared ordinally.", FindsAlertKeysAsync),
        new("STORE-10", "An alert key of an open incident keeps a new incident out.", GuardsAlertKeysAsync),
        new("STORE-11", "An idempotency key leads to the incident whose history holds it, and keeps a second declaration out.", FindsIdempotencyKeysAsync),
        new("STORE-12", "Numbers rise, are never given twice, and lie above those that were recorded.", NumbersAsync),
        new("STORE-13", "A number belongs to one incident.", GuardsNumbersAsync),
        new("STORE-14", "Open incidents are listed, the one recorded last first, until they end.", ListsOpenAsync),
        new("STORE-15", "A search finds what matches, and no more than it asks for.", SearchesAsync),
        new("STORE-16", "Random histories of many incidents are kept as they are.", KeepsRandomHistoriesAsync),
        new("STORE-17", "A call that was given up before it began does nothing.", GivesUpAsync),
        new("STORE-18", "Deliveries of one incident to one port keep their order, and each is handed to one host at a time.", DeliveryLaws.KeepsOrderAsync),
        new("STORE-19", "A delivery waits for its time, and nothing of its queue overtakes it.", DeliveryLaws.WaitsAsync),
        new("STORE-20", "A hold that ran out without a word counts as a failure, and settles nothing any more.", DeliveryLaws.EndsHoldsAsync),
        new("STORE-21", "What is set aside is kept with its reason, lets the next one through, and goes back to its place when it is tried again.", DeliveryLaws.SetsAsideAsync),
        new("STORE-22", "A delivery is put in once, and with its commit or not at all.", DeliveryLaws.PutsInOnceAsync),
    ];

    private static async Task ReadsBackAsync(StoreTrial trial)
    {
        var story = Declared(1);
        await trial.RecordAsync(story).ConfigureAwait(false);
        await trial.RecordAsync(story, new Classify { By = Alice, Level = 2 }).ConfigureAwait(false);
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "Fehlerrate über 5 %\n\"quoted\" \\ 🔥", Link = "https://graphs.example/1" }).ConfigureAwait(false);
        trial.SameList(story.Incident.History, await trial.ReadAsync(story.Incident.Id).ConfigureAwait(false), "The events");
    }

    private static async Task IsEmptyAsync(StoreTrial trial)
    {
        var nowhere = CountingIncidentIds.Of(99);
        trial.Equal(true, await trial.Store.ReadAsync(nowhere, trial.Cancel).ConfigureAwait(false) is null, "That an incident that is not there is null");
        trial.Equal(null, await trial.Store.NextDueAsync(trial.Cancel).ConfigureAwait(false), "The next due instant of nothing");
        trial.Equal(null, await trial.Store.FindOpenByAlertKeyAsync("disk", trial.Cancel).ConfigureAwait(false), "The incident of an unknown alert key");
        trial.Equal(null, await trial.Store.FindByIdempotencyKeyAsync("k", trial.Cancel).ConfigureAwait(false), "The incident of an unknown idempotency key");
        trial.SameList([], await trial.ListAsync(trial.Store.ListOpenAsync(trial.Cancel)).ConfigureAwait(false), "The open incidents of nothing");
        trial.SameList([], await trial.ListAsync(trial.Store.SearchAsync(new IncidentQuery(), trial.Cancel)).ConfigureAwait(false), "The incidents of nothing");
        trial.SameList([], await trial.ListAsync(trial.Store.ListDueAsync(DateTimeOffset.MaxValue, trial.Cancel)).ConfigureAwait(false), "What is due of nothing");
    }

    private static async Task RefusesLostRacesAsync(StoreTrial trial)
    {
        var story = Declared(1);
        await trial.RecordAsync(story).ConfigureAwait(false);
        var (id, version) = (story.Incident.Id, story.Incident.Version);
        var other = story.Lifecycle.Decide(story.Incident, new AddNote { By = Carol, Text = "lost" }, story.Now.AddMinutes(1));
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "won" }).ConfigureAwait(false);

        var lost = await trial.ThrowsAsync<IncidentConcurrencyException>(() => trial.Store.AppendAsync(id, version, CommitOf(other.Incident!, other.Events), trial.Cancel).AsTask(), "A commit on an old version").ConfigureAwait(false);
        trial.Equal((id, version, version + 1), (lost.Id, lost.ExpectedVersion, lost.ActualVersion), "What the error names");
        await trial.ThrowsAsync<IncidentConcurrencyException>(() => trial.RecordAsync(Declared(1)), "A second declaration of one incident").ConfigureAwait(false);
        await trial.ThrowsAsync<IncidentConcurrencyException>(
            () => trial.Store.AppendAsync(CountingIncidentIds.Of(7), 3, Renamed(other, CountingIncidentIds.Of(7), 3), trial.Cancel).AsTask(), "A commit to an incident that is not there").ConfigureAwait(false);
        trial.SameList(story.Incident.History, await trial.ReadAsync(id).ConfigureAwait(false), "The events after lost races");
    }

    private static async Task OneWinsAsync(StoreTrial trial)
    {
        var story = Declared(1);
        var before = await trial.RecordAsync(story).ConfigureAwait(false);
        for (var round = 0; round < 20; round++)
        {
            var decisions = Enumerable.Range(0, Writers).Select(i => story.Lifecycle.Decide(before, new AddNote { By = Alice, Text = $"{round}.{i}" }, story.Now.AddMinutes(round + 1))).ToList();
            var earlier = before;
            var won = await Task.WhenAll(decisions.Select(decision => Task.Run(() => TryAsync(trial, earlier, decision), trial.Cancel))).ConfigureAwait(false);
            trial.Equal(1, won.Count(w => w), "The number of winners");
            before = decisions[Array.IndexOf(won, true)].Incident!;
            trial.SameList(before.History, await trial.ReadAsync(before.Id).ConfigureAwait(false), "The events after a race");
        }
    }

    private static async Task RefusesGapsAsync(StoreTrial trial)
    {
        var story = Declared(1);
        await trial.RecordAsync(story).ConfigureAwait(false);
        var before = story.Incident;
        var next = story.Lifecycle.Decide(before, new AddNote { By = Bob, Text = "seen" }, story.Now.AddMinutes(1));
        var gap = CommitOf(next.Incident!, [.. next.Events.Select(e => e with { Sequence = e.Sequence + 1 })]);
        await trial.ThrowsAsync<ArgumentException>(() => trial.Store.AppendAsync(before.Id, before.Version, gap, trial.Cancel).AsTask(), "A commit with a gap").ConfigureAwait(false);
        await trial.ThrowsAsync<ArgumentException>(() => trial.Store.AppendAsync(CountingIncidentIds.Of(5), 0, CommitOf(before, [.. before.History]), trial.Cancel).AsTask(), "A commit under another id").ConfigureAwait(false);
        trial.SameList(before.History, await trial.ReadAsync(before.Id).ConfigureAwait(false), "The events after what was refused");
    }

    private static async Task RewritesAsync(StoreTrial trial)
    {
        var story = Declared(1);
        await trial.RecordAsync(story).ConfigureAwait(false);
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "password: hunter2" }).ConfigureAwait(false);
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "harmless" }).ConfigureAwait(false);
        await trial.RecordAsync(story, new Redact { By = Alice, Of = story.Incident.History.OfType<NoteAdded>().First().Sequence, Reason = "a secret" }).ConfigureAwait(false);
        var events = await trial.ReadAsync(story.Incident.Id).ConfigureAwait(false);
        trial.SameList(story.Incident.History, events, "The events after a redaction");
        trial.Equal(false, events.Any(e => e.ToString().Contains("hunter2", StringComparison.Ordinal)), "That the secret is still there");
    }

    private static async Task NextDueAsync(StoreTrial trial)
    {
        var (first, second) = (Declared(1), Declared(2));
        await trial.RecordAsync(second).ConfigureAwait(false);
        await trial.RecordAsync(first).ConfigureAwait(false);
        await CompareAsync().ConfigureAwait(false);
        await trial.RecordAsync(first, new Classify { By = Alice, Level = 4 }).ConfigureAwait(false);
        await CompareAsync().ConfigureAwait(false);
        await trial.RecordAsync(second, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" }).ConfigureAwait(false);
        await CompareAsync().ConfigureAwait(false);
        await trial.Store.AppendAsync(first.Incident.Id, first.Incident.Version, new IncidentCommit { Events = [], NextDueAt = Start.AddYears(1), Summary = IncidentSummary.Of(first.Incident) }, trial.Cancel).ConfigureAwait(false);
        trial.Equal((first.Incident.Id, Start.AddYears(1)), await trial.Store.NextDueAsync(trial.Cancel).ConfigureAwait(false), "What is due after a commit without events");
        trial.SameList(first.Incident.History, await trial.ReadAsync(first.Incident.Id).ConfigureAwait(false), "The events after a commit without events");

        async Task CompareAsync()
        {
            var due = new[] { first, second }.Select(s => (s.Incident.Id, Due: new ObligationLedger(IncidentPolicy.Default).NextDue(s.Incident, s.Incident.History[^1].RecordedAt)))
                .Where(d => d.Due is not null).OrderBy(d => d.Due).Select(d => ((IncidentId, DateTimeOffset)?)(d.Id, d.Due!.Value)).FirstOrDefault();
            trial.Equal(due, await trial.Store.NextDueAsync(trial.Cancel).ConfigureAwait(false), "What is due next");
        }
    }

    private static async Task ListsDueAsync(StoreTrial trial)
    {
        for (var i = 1; i <= 3; i++)
        {
            var incident = Declared(i).Incident;
            await trial.Store.AppendAsync(incident.Id, 0, new IncidentCommit { Events = [.. incident.History], NextDueAt = Start.AddHours(4 - i), Summary = IncidentSummary.Of(incident) }, trial.Cancel).ConfigureAwait(false);
        }

        var never = Declared(4).Incident;
        await trial.Store.AppendAsync(never.Id, 0, new IncidentCommit { Events = [.. never.History], NextDueAt = null, Summary = IncidentSummary.Of(never) }, trial.Cancel).ConfigureAwait(false);
        await CompareAsync(Start.AddHours(1).AddTicks(-1)).ConfigureAwait(false);
        await CompareAsync(Start.AddHours(1), 3).ConfigureAwait(false);
        await CompareAsync(Start.AddHours(2), 3, 2).ConfigureAwait(false);
        await CompareAsync(DateTimeOffset.MaxValue, 3, 2, 1).ConfigureAwait(false);

        async Task CompareAsync(DateTimeOffset until, params int[] expected) => trial.SameList(
            expected.Select(i => (CountingIncidentIds.Of(i), Start.AddHours(4 - i))), await trial.ListAsync(trial.Store.ListDueAsync(until, trial.Cancel)).ConfigureAwait(false), $"What is due by {When.At(until)}");
    }

    private static async Task FindsAlertKeysAsync(StoreTrial trial)
    {
        var story = Declared(1, d => d with { AlertKey = "checkout-5xx" });
        await trial.RecordAsync(story).ConfigureAwait(false);
        await FindAsync("checkout-5xx", story.Incident.Id).ConfigureAwait(false);
        await FindAsync("CHECKOUT-5XX", null).ConfigureAwait(false);
        await FindAsync("checkout-5", null).ConfigureAwait(false);
        await trial.RecordAsync(story, new AttachAlert { By = IncidentStory.Monitor, Key = "latency" }).ConfigureAwait(false);
        await FindAsync("latency", story.Incident.Id).ConfigureAwait(false);
        await trial.RecordAsync(story, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" }).ConfigureAwait(false);
        await FindAsync("latency", null).ConfigureAwait(false);
        await trial.RecordAsync(story, new ReopenIncident { By = Alice, Because = ReopenReason.RecordIncomplete, Reason = "facts are missing" }).ConfigureAwait(false);
        await FindAsync("latency", story.Incident.Id).ConfigureAwait(false);

        async Task FindAsync(string key, IncidentId? expected) =>
            trial.Equal(expected, await trial.Store.FindOpenByAlertKeyAsync(key, trial.Cancel).ConfigureAwait(false), $"The open incident of \"{key}\"");
    }

    private static async Task GuardsAlertKeysAsync(StoreTrial trial)
    {
        var first = Declared(1, d => d with { AlertKey = "disk" });
        await trial.RecordAsync(first).ConfigureAwait(false);
        var second = Declared(2, d => d with { AlertKey = "disk" });
        var taken = await trial.ThrowsAsync<IncidentConcurrencyException>(() => trial.RecordAsync(second), "A second incident with the alert key of an open one").ConfigureAwait(false);
        trial.Equal(first.Incident.Id, taken.Id, "The incident that the error names");
        trial.Equal(true, await trial.Store.ReadAsync(second.Incident.Id, trial.Cancel).ConfigureAwait(false) is null, "That nothing of the second is recorded");
        await trial.RecordAsync(first, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" }).ConfigureAwait(false);
        await trial.RecordAsync(second).ConfigureAwait(false);
    }

    private static async Task FindsIdempotencyKeysAsync(StoreTrial trial)
    {
        var story = Declared(1, d => d with { IdempotencyKey = "k0" });
        await trial.RecordAsync(story).ConfigureAwait(false);
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "seen", IdempotencyKey = "k1" }).ConfigureAwait(false);
        trial.Equal(story.Incident.Id, await trial.Store.FindByIdempotencyKeyAsync("k0", trial.Cancel).ConfigureAwait(false), "The incident of a declaration's key");
        trial.Equal(story.Incident.Id, await trial.Store.FindByIdempotencyKeyAsync("k1", trial.Cancel).ConfigureAwait(false), "The incident of a command's key");
        trial.Equal(null, await trial.Store.FindByIdempotencyKeyAsync("K1", trial.Cancel).ConfigureAwait(false), "The incident of the key in capitals");
        var second = Declared(2, d => d with { IdempotencyKey = "k0" });
        await trial.ThrowsAsync<IncidentConcurrencyException>(() => trial.RecordAsync(second), "A second declaration with a key").ConfigureAwait(false);
        trial.Equal(true, await trial.Store.ReadAsync(second.Incident.Id, trial.Cancel).ConfigureAwait(false) is null, "That nothing of the second is recorded");
    }

    private static async Task NumbersAsync(StoreTrial trial)
    {
        var given = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            async () =>
            {
                List<int> mine = [];
                for (var i = 0; i < 20; i++)
                    mine.Add(await trial.Store.NextNumberAsync(trial.Cancel).ConfigureAwait(false));
                return mine;
            },
            trial.Cancel))).ConfigureAwait(false);
        var all = given.SelectMany(mine => mine).ToList();
        trial.Equal(all.Count, all.Distinct().Count(), "How many different numbers there are");
        trial.Equal(true, all.TrueForAll(number => number >= 1) && given.All(mine => mine.SequenceEqual(mine.Order())), "That numbers rise from 1");
        var above = all.Max() + 1000;
        await trial.RecordAsync(Declared(1, d => d with { Number = above })).ConfigureAwait(false);
        trial.Equal(true, await trial.Store.NextNumberAsync(trial.Cancel).ConfigureAwait(false) > above, "That a number lies above one that was recorded");
        await trial.RecordAsync(Declared(2, d => d with { Number = 1_000_000_000 })).ConfigureAwait(false);
        trial.Equal(true, await trial.Store.NextNumberAsync(trial.Cancel).ConfigureAwait(false) < 1_000_000_000, "That the highest number is a host's own and leaves numbers to give");
    }

    private static async Task GuardsNumbersAsync(StoreTrial trial)
    {
        await trial.RecordAsync(Declared(1, d => d with { Number = 7 })).ConfigureAwait(false);
        var taken = await trial.ThrowsAsync<IncidentNumberTakenException>(() => trial.RecordAsync(Declared(2, d => d with { Number = 7 })), "A second incident with a number").ConfigureAwait(false);
        trial.Equal((7, CountingIncidentIds.Of(1)), (taken.Number, taken.Holder), "What the error names");
        trial.Equal(true, await trial.Store.ReadAsync(CountingIncidentIds.Of(2), trial.Cancel).ConfigureAwait(false) is null, "That nothing of the second is recorded");
    }

    private static async Task ListsOpenAsync(StoreTrial trial)
    {
        var stories = new[] { Declared(2), Declared(1), Declared(3) };
        foreach (var story in stories)
            await trial.RecordAsync(story).ConfigureAwait(false);
        await trial.RecordAsync(stories[0], new Classify { By = Alice, Level = 1 }).ConfigureAwait(false);
        trial.SameList(new[] { stories[2], stories[0], stories[1] }.Select(s => IncidentSummary.Of(s.Incident)), await OpenAsync().ConfigureAwait(false), "The open incidents");
        await trial.RecordAsync(stories[2], new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" }).ConfigureAwait(false);
        trial.SameList(new[] { stories[0], stories[1] }.Select(s => IncidentSummary.Of(s.Incident)), await OpenAsync().ConfigureAwait(false), "The open incidents after one ended");
        await trial.RecordAsync(stories[2], new ReopenIncident { By = Alice, Because = ReopenReason.RecordIncomplete, Reason = "facts are missing" }).ConfigureAwait(false);
        trial.Equal(3, (await OpenAsync().ConfigureAwait(false)).Count, "The number of open incidents after one was reopened");

        Task<List<IncidentSummary>> OpenAsync() => trial.ListAsync(trial.Store.ListOpenAsync(trial.Cancel));
    }

    private static async Task SearchesAsync(StoreTrial trial)
    {
        List<IncidentSummary> all = [];
        for (var i = 1; i <= 12; i++)
        {
            var story = Declared(i, d => d with { Number = i, Level = i % 5 == 0 ? null : i % 5 });
            if (i % 4 == 0)
                story.Then(new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" });
            all.Add(IncidentSummary.Of(await trial.RecordAsync(story).ConfigureAwait(false)));
        }

        IncidentQuery[] queries =
        [
            new(), new() { Text = "CHECKOUT 1" }, new() { Text = "%" }, new() { Service = "search" }, new() { Service = "Search" }, new() { Label = "team:1" }, new() { Label = "team" }, new() { Number = 3 }, new() { Phase = IncidentPhase.Cancelled },
            new() { IsOpen = true }, new() { IsOpen = false }, new() { Level = 2 }, new() { Declared = new Interval(Start.AddMinutes(3), Start.AddMinutes(6)) }, new() { Limit = 0 }, new() { Limit = 5, Service = "checkout" }, new() { IsOpen = true, Label = "team:2", Text = "fails" },
        ];
        foreach (var query in queries)
        {
            var expected = all.Where(query.Matches).OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Number).ThenBy(s => s.Id.Value).Take(query.Limit ?? int.MaxValue);
            trial.SameList(expected, await trial.ListAsync(trial.Store.SearchAsync(query, trial.Cancel)).ConfigureAwait(false), $"What matches query {Array.IndexOf(queries, query) + 1}");
        }
    }

    private static async Task KeepsRandomHistoriesAsync(StoreTrial trial)
    {
        Dictionary<IncidentId, Incident> kept = [];
        for (var seed = 1; seed <= 20; seed++)
        {
            var story = Declared(seed);
            kept[story.Incident.Id] = await trial.RecordAsync(story).ConfigureAwait(false);
            foreach (var step in IncidentSteps.Of(seed, 25))
            {
                var command = IncidentSteps.CommandOf(IncidentPolicy.Default, story.Incident, step with { Odd = 1 }, story.Now.AddMinutes(1));
                if (command.IdempotencyKey is null && command is not AttachAlert and not TakeOverDuplicate && story.Try(command).IsAccepted)
                    kept[story.Incident.Id] = await trial.RecordAsync(story, command).ConfigureAwait(false);
            }
        }

        foreach (var (id, incident) in kept)
            trial.SameList(incident.History, await trial.ReadAsync(id).ConfigureAwait(false), $"The events of {id}");
        var open = kept.Values.Where(i => i.IsOpen).Select(IncidentSummary.Of).OrderByDescending(s => s.RecordedAt).ThenBy(s => s.Id.Value);
        trial.SameList(open, await trial.ListAsync(trial.Store.ListOpenAsync(trial.Cancel)).ConfigureAwait(false), "The open incidents");
    }

    private static async Task GivesUpAsync(StoreTrial trial)
    {
        var story = Declared(1);
        using var given = new CancellationTokenSource();
        await given.CancelAsync().ConfigureAwait(false);
        await trial.ThrowsAsync<OperationCanceledException>(
            () => trial.Store.AppendAsync(story.Incident.Id, 0, CommitOf(story.Incident, [.. story.Incident.History]), given.Token).AsTask(), "An append that was given up").ConfigureAwait(false);
        trial.Equal(true, await trial.Store.ReadAsync(story.Incident.Id, trial.Cancel).ConfigureAwait(false) is null, "That nothing is recorded");
        await trial.ThrowsAsync<OperationCanceledException>(() => trial.Store.ReadAsync(story.Incident.Id, given.Token).AsTask(), "A read that was given up").ConfigureAwait(false);
    }

    private static async Task<bool> TryAsync(StoreTrial trial, Incident before, Decision decision)
    {
        try
        {
            await trial.Store.AppendAsync(before.Id, before.Version, CommitOf(decision.Incident!, decision.Events), trial.Cancel).ConfigureAwait(false);
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
        return new IncidentCommit { Events = events, NextDueAt = null, Summary = IncidentSummary.Of(decision.Incident!) with { Id = id, Version = version + events.Count } };
    }
}
