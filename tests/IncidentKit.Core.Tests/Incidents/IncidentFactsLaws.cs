using FsCheck.Xunit;

namespace IncidentKit.Tests.Incidents;

/// <summary>The reading by time says what the incident said at each instant, as long as everything is recorded when it happens.</summary>
[Process("P24")]
[Laws(200, Arbitrary = [typeof(Steps)], EndSize = 100)]
public sealed class IncidentFactsLaws
{
    private static readonly IncidentPolicy Policy = IncidentPolicy.Default;

    [Property]
    public void Facts_RecordedAsTheyHappen_SayWhatTheIncidentSaidThen(Step[] steps)
    {
        List<(DateTimeOffset At, Incident Then)> stood = [];
        var incident = Journeys.Run(
            Policy,
            retrospective: false,
            steps.Select(step => step with { Ago = 20 }),
            command => command is not (CorrectTime or StateImpact) && !command.When.IsUnknown,
            (then, at) => stood.Add((at, then)));
        if (stood.Count == 0)
            return;
        var (underWay, understaffed) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < stood.Count; i++)
        {
            var (at, then) = stood[i];
            Assert.Equal(then.IsResolved, incident.Facts.ResolvedBy(at) is not null);
            Assert.Equal(then.Recurrences, incident.Facts.RecurrencesBy(at));
            Assert.Equal(then.IsAcknowledged, incident.Facts.Acknowledged.First(at) is not null);
            Assert.Equal(
                then.ActionItems.Where(item => !item.IsDropped).Select(item => (item.Number, item.IsDone)),
                incident.Facts.ActionItemsBy(at).Select(item => (item.Number, item.IsDone)));
            if (i + 1 == stood.Count || then.IsResolved)
                continue;
            underWay += stood[i + 1].At - at;
            understaffed += Policy.IsUnderstaffed(then) ? stood[i + 1].At - at : TimeSpan.Zero;
        }

        var until = stood[^1].At;
        var first = stood[0].At;
        Assert.Equal(
            underWay,
            Interval.Union(incident.Facts.Stretches(until)
                .Where(stretch => stretch.End > first)
                .Select(stretch => new Interval(stretch.Start < first ? first : stretch.Start, stretch.End))));
        Assert.Equal(understaffed, new UnderstaffedIntervals(incident.Facts, Policy, until).Total);
    }

    [Property]
    public void Stretches_AnyIncident_AreInOrderAndEndWithTheResolution(bool retrospective, Step[] steps, int minutes)
    {
        var facts = Journeys.Run(Policy, retrospective, steps).Facts;
        var until = minutes % 2 == 0 ? DateTimeOffset.MaxValue : Story.Start.AddMinutes(Math.Abs(minutes % 1000));
        var stretches = facts.Stretches(until);

        Assert.Equal(stretches.OrderBy(stretch => stretch.Start), stretches);
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        if (facts.ResolvedBy(until) is { Instant: { } resolved })
            Assert.Equal(resolved, stretches[^1].End);
        else if (facts.ResolvedBy(until) is null)
            Assert.Equal(until, stretches[^1].End);
    }
}
