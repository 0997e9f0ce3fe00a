using static IncidentKit.Testing.IncidentStory;
using static IncidentKit.Testing.StoreTrial;

namespace IncidentKit.Testing;

/// <summary>What holds in every store of what is due.</summary>
internal static class DueLaws
{
    public static async Task FirstDueAsync(StoreTrial trial)
    {
        var (first, second) = (Declared(1), Declared(2));
        await trial.RecordAsync(second).ConfigureAwait(false);
        await trial.RecordAsync(first).ConfigureAwait(false);
        await CompareAsync().ConfigureAwait(false);
        await trial.RecordAsync(first, new Classify { By = Alice, Level = 4 }).ConfigureAwait(false);
        await CompareAsync().ConfigureAwait(false);
        await trial
            .RecordAsync(second, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" })
            .ConfigureAwait(false);
        await CompareAsync().ConfigureAwait(false);
        await trial.Store
            .AppendAsync(
                first.Incident.Id,
                first.Incident.Version,
                new IncidentCommit { Events = [], NextDueAt = Start.AddYears(1), Summary = IncidentSummary.Of(first.Incident) },
                trial.Cancel)
            .ConfigureAwait(false);
        trial.Equal(
            (first.Incident.Id, Start.AddYears(1)),
            await trial.FirstDueAsync().ConfigureAwait(false),
            "What is due after a commit without events");
        trial.SameList(
            first.Incident.History,
            await trial.ReadAsync(first.Incident.Id).ConfigureAwait(false),
            "The events after a commit without events");

        async Task CompareAsync()
        {
            var due = new[] { first, second }.Select(s =>
                (s.Incident.Id, Due: new ObligationLedger(IncidentPolicy.Default).NextDue(s.Incident, s.Incident.History[^1].RecordedAt)))
                .Where(d => d.Due is not null)
                .OrderBy(d => d.Due)
                .Select(d => ((IncidentId, DateTimeOffset)?)(d.Id, d.Due!.Value))
                .FirstOrDefault();
            trial.Equal(due, await trial.FirstDueAsync().ConfigureAwait(false), "What is due next");
        }
    }

    public static async Task ListsDueAsync(StoreTrial trial)
    {
        for (var i = 1; i <= 3; i++)
        {
            var incident = Declared(i).Incident;
            await trial.Store
                .AppendAsync(
                    incident.Id,
                    0,
                    new IncidentCommit
                    {
                        Events = [.. incident.History],
                        NextDueAt = Start.AddHours(4 - i),
                        Summary = IncidentSummary.Of(incident),
                    },
                    trial.Cancel)
                .ConfigureAwait(false);
        }

        var never = Declared(4).Incident;
        await trial.Store
            .AppendAsync(
                never.Id,
                0,
                new IncidentCommit { Events = [.. never.History], NextDueAt = null, Summary = IncidentSummary.Of(never) },
                trial.Cancel)
            .ConfigureAwait(false);
        await CompareAsync(Start.AddHours(1).AddTicks(-1)).ConfigureAwait(false);
        await CompareAsync(Start.AddHours(1), 3).ConfigureAwait(false);
        await CompareAsync(Start.AddHours(2), 3, 2).ConfigureAwait(false);
        await CompareAsync(DateTimeOffset.MaxValue, 3, 2, 1).ConfigureAwait(false);

        async Task CompareAsync(DateTimeOffset until, params int[] expected) => trial.SameList(
            expected.Select(i => (CountingIncidentIds.Of(i), Start.AddHours(4 - i))),
            await trial.ListAsync(trial.Store.ListDueAsync(until, trial.Cancel)).ConfigureAwait(false),
            $"What is due by {When.At(until)}");
    }
}
