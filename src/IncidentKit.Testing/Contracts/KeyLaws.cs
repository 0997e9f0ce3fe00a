using static IncidentKit.Testing.IncidentStory;
using static IncidentKit.Testing.StoreTrial;

namespace IncidentKit.Testing;

/// <summary>What holds in every store of keys and numbers, each of which belongs to one incident.</summary>
internal static class KeyLaws
{
    private const int Writers = 8;

    public static async Task FindsAlertKeysAsync(StoreTrial trial)
    {
        var story = Declared(1, d => d with { AlertKey = "checkout-5xx" });
        await trial.RecordAsync(story).ConfigureAwait(false);
        await FindAsync("checkout-5xx", story.Incident.Id).ConfigureAwait(false);
        await FindAsync("CHECKOUT-5XX", null).ConfigureAwait(false);
        await FindAsync("checkout-5", null).ConfigureAwait(false);
        await trial.RecordAsync(story, new AttachAlert { By = IncidentStory.Monitor, Key = "latency" }).ConfigureAwait(false);
        await FindAsync("latency", story.Incident.Id).ConfigureAwait(false);
        await trial
            .RecordAsync(story, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" })
            .ConfigureAwait(false);
        await FindAsync("latency", null).ConfigureAwait(false);
        await trial
            .RecordAsync(story, new ReopenIncident { By = Alice, Because = ReopenReason.RecordIncomplete, Reason = "facts are missing" })
            .ConfigureAwait(false);
        await FindAsync("latency", story.Incident.Id).ConfigureAwait(false);

        async Task FindAsync(string key, IncidentId? expected) =>
            trial.Equal(
                expected,
                await trial.Store.FindOpenByAlertKeyAsync(key, trial.Cancel).ConfigureAwait(false),
                $"The open incident of \"{key}\"");
    }

    public static async Task GuardsAlertKeysAsync(StoreTrial trial)
    {
        var first = Declared(1, d => d with { AlertKey = "disk" });
        await trial.RecordAsync(first).ConfigureAwait(false);
        var second = Declared(2, d => d with { AlertKey = "disk" });
        var taken = await trial
            .ThrowsAsync<IncidentConcurrencyException>(
                () => trial.RecordAsync(second),
                "A second incident with the alert key of an open one")
            .ConfigureAwait(false);
        trial.Equal(first.Incident.Id, taken.Id, "The incident that the error names");
        trial.Equal(
            true,
            await trial.Store.ReadAsync(second.Incident.Id, trial.Cancel).ConfigureAwait(false) is null,
            "That nothing of the second is recorded");
        await trial
            .RecordAsync(first, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" })
            .ConfigureAwait(false);
        await trial.RecordAsync(second).ConfigureAwait(false);
    }

    public static async Task FindsIdempotencyKeysAsync(StoreTrial trial)
    {
        var story = Declared(1, d => d with { IdempotencyKey = "k0" });
        await trial.RecordAsync(story).ConfigureAwait(false);
        await trial.RecordAsync(story, new AddNote { By = Bob, Text = "seen", IdempotencyKey = "k1" }).ConfigureAwait(false);
        await FindAsync(null, "k0", RecordOf(0)).ConfigureAwait(false);
        await FindAsync(story.Incident.Id, "k0", RecordOf(0)).ConfigureAwait(false);
        await FindAsync(story.Incident.Id, "k1", RecordOf(1)).ConfigureAwait(false);
        await FindAsync(null, "K1", null).ConfigureAwait(false);
        await FindAsync(CountingIncidentIds.Of(2), "k0", null).ConfigureAwait(false);
        await RefuseSecondCommandAsync().ConfigureAwait(false);
        var second = Declared(2, d => d with { IdempotencyKey = "k0" });
        await trial
            .ThrowsAsync<IncidentConcurrencyException>(() => trial.RecordAsync(second), "A second declaration with a key")
            .ConfigureAwait(false);
        trial.Equal(
            true,
            await trial.Store.ReadAsync(second.Incident.Id, trial.Cancel).ConfigureAwait(false) is null,
            "That nothing of the second is recorded");

        IdempotencyRecord RecordOf(int place) =>
            StoreTrial.CommitOf(story.Incident, [.. story.Incident.History]).Idempotency[place];

        async Task FindAsync(IncidentId? incident, string key, IdempotencyRecord? expected) => trial.Equal(
            expected,
            await trial.Store.FindByIdempotencyKeyAsync(incident, key, trial.Cancel).ConfigureAwait(false),
            $"What was recorded under \"{key}\"");

        // Another host decided the same command at the same time, and was faster.
        async Task RefuseSecondCommandAsync()
        {
            var version = story.Incident.Version;
            var again = new IncidentCommit
            {
                Events = [], NextDueAt = null, Summary = IncidentSummary.Of(story.Incident), Idempotency = [RecordOf(1)],
            };
            await trial
                .ThrowsAsync<IncidentConcurrencyException>(
                    () => trial.Store.AppendAsync(story.Incident.Id, version, again, trial.Cancel).AsTask(),
                    "A second command of one incident with a key")
                .ConfigureAwait(false);
        }
    }

    public static async Task NumbersAsync(StoreTrial trial)
    {
        var given = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            async () =>
            {
                List<int> mine = [];
                for (var i = 0; i < 20; i++)
                    mine.Add(await NumberAsync().ConfigureAwait(false));
                return mine;
            },
            trial.Cancel))).ConfigureAwait(false);
        var all = given.SelectMany(mine => mine).ToList();
        trial.Equal(all.Count, all.Distinct().Count(), "How many different numbers there are");
        trial.Equal(
            true,
            all.TrueForAll(number => number >= 1) && given.All(mine => mine.SequenceEqual(mine.Order())),
            "That numbers rise from 1");
        var above = all.Max() + 1000;
        await trial.RecordAsync(Declared(1, d => d with { Number = above })).ConfigureAwait(false);
        trial.Equal(
            true,
            await NumberAsync().ConfigureAwait(false) > above,
            "That a number lies above one that was recorded");
        await trial.RecordAsync(Declared(2, d => d with { Number = 1_000_000_000 })).ConfigureAwait(false);
        trial.Equal(
            true,
            await NumberAsync().ConfigureAwait(false) < 1_000_000_000,
            "That the highest number is a host's own and leaves numbers to give");

        async Task<int> NumberAsync() => await trial.Store.NextNumberAsync(trial.Cancel).ConfigureAwait(false)
            ?? throw trial.Broken("A store that answers gives no number.");
    }

    public static async Task GuardsNumbersAsync(StoreTrial trial)
    {
        await trial.RecordAsync(Declared(1, d => d with { Number = 7 })).ConfigureAwait(false);
        var taken = await trial
            .ThrowsAsync<IncidentNumberTakenException>(
                () => trial.RecordAsync(Declared(2, d => d with { Number = 7 })),
                "A second incident with a number")
            .ConfigureAwait(false);
        trial.Equal((7, CountingIncidentIds.Of(1)), (taken.Number, taken.Holder), "What the error names");
        trial.Equal(
            true,
            await trial.Store.ReadAsync(CountingIncidentIds.Of(2), trial.Cancel).ConfigureAwait(false) is null,
            "That nothing of the second is recorded");
    }
}
