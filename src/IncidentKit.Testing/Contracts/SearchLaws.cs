using static IncidentKit.Testing.IncidentStory;
using static IncidentKit.Testing.StoreTrial;

namespace IncidentKit.Testing;

/// <summary>What holds in every store of lists and searches.</summary>
internal static class SearchLaws
{
    public static async Task ListsOpenAsync(StoreTrial trial)
    {
        var stories = new[] { Declared(2), Declared(1), Declared(3) };
        foreach (var story in stories)
            await trial.RecordAsync(story).ConfigureAwait(false);
        await trial.RecordAsync(stories[0], new Classify { By = Alice, Level = 1 }).ConfigureAwait(false);
        trial.SameList(
            new[] { stories[2], stories[0], stories[1] }.Select(s => IncidentSummary.Of(s.Incident)),
            await OpenAsync().ConfigureAwait(false),
            "The open incidents");
        await trial
            .RecordAsync(stories[2], new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" })
            .ConfigureAwait(false);
        trial.SameList(
            new[] { stories[0], stories[1] }.Select(s => IncidentSummary.Of(s.Incident)),
            await OpenAsync().ConfigureAwait(false),
            "The open incidents after one ended");
        await trial
            .RecordAsync(
                stories[2],
                new ReopenIncident { By = Alice, Because = ReopenReason.RecordIncomplete, Reason = "facts are missing" })
            .ConfigureAwait(false);
        trial.Equal(3, (await OpenAsync().ConfigureAwait(false)).Count, "The number of open incidents after one was reopened");

        Task<List<IncidentSummary>> OpenAsync() => trial.ListAsync(trial.Store.ListOpenAsync(trial.Cancel));
    }

    public static async Task SearchesAsync(StoreTrial trial)
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
            new(), new() { Text = "CHECKOUT 1" }, new() { Text = "%" }, new() { Service = "search" }, new() { Service = "Search" },
            new() { Label = "team:1" }, new() { Label = "team" }, new() { Number = 3 }, new() { Phase = IncidentPhase.Cancelled },
            new() { IsOpen = true }, new() { IsOpen = false }, new() { Level = 2 },
            new() { Declared = new Interval(Start.AddMinutes(3), Start.AddMinutes(6)) }, new() { Limit = 0 },
            new() { Limit = 5, Service = "checkout" }, new() { IsOpen = true, Label = "team:2", Text = "fails" },
        ];
        foreach (var query in queries)
        {
            var expected = all.Where(query.Matches)
                .OrderByDescending(s => s.RecordedAt)
                .ThenByDescending(s => s.Number)
                .ThenBy(s => s.Id.Value)
                .Take(query.Limit ?? int.MaxValue);
            trial.SameList(
                expected,
                await trial.ListAsync(trial.Store.SearchAsync(query, trial.Cancel)).ConfigureAwait(false),
                $"What matches query {Array.IndexOf(queries, query) + 1}");
        }
    }
}
