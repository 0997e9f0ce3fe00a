using FsCheck;
using FsCheck.Xunit;

namespace IncidentKit.Insights.Tests.Metrics;

/// <summary>Whatever happened to the incidents: each is counted once in each figure, and nothing hangs on the order.</summary>
[Process("P58")]
[Laws(60, Arbitrary = [typeof(Steps)], EndSize = 60)]
public sealed class FiguresReportLaws
{
    [Property]
    public void Of_AnyIncidents_CountsEachOnce_InAnyOrder(bool retrospective, Step[][] stories, int minutes)
    {
        var incidents = stories.Select((steps, i) => WithId(i + 1, Steps.Run(IncidentPolicy.Default, steps, retrospective: retrospective)))
            .ToList();
        var asOf = minutes % 2 == 0 ? DateTimeOffset.MaxValue : Story.Start.AddMinutes(Math.Abs(minutes % 1000));
        var report = FiguresReport.Of(incidents, [IncidentPolicy.Default], asOf);

        var counts = report.Incidents;
        Assert.Equal(
            incidents.Count,
            counts.Counted
                + counts.Drills
                + counts.Cancelled
                + counts.Duplicates
                + counts.OfOtherPolicies
                + counts.OutsidePeriod
                + counts.Undated);
        foreach (var figure in report.Durations)
        {
            IncidentId[] named =
            [
                .. figure.Samples.Select(s => s.Incident), .. figure.AtMost.Select(s => s.Incident),
                .. figure.Unknown, .. figure.Contradictory, .. figure.Open, .. figure.Without,
            ];
            Assert.Equal(counts.Counted, named.Length);
            Assert.Equal(counts.Counted, named.Distinct().Count());
            Assert.All(figure.Samples, sample => Assert.True(sample.Duration >= TimeSpan.Zero));
            Assert.Equal(figure.N == 0, figure.Median is null);
            Assert.Equal(figure.N < 10, figure.Percentile90 is null);
        }

        Assert.Equal(
            Tales.Dump(report),
            Tales.Dump(FiguresReport.Of(Enumerable.Reverse(incidents).Concat(incidents), [IncidentPolicy.Default], asOf)));
    }

    // The report over one incident agrees with the figures of that incident, at the end of time.
    [Property]
    public void Of_OneIncident_AgreesWithItsOwnFigures(bool retrospective, Step[] steps)
    {
        var incident = Steps.Run(IncidentPolicy.Default, steps, retrospective: retrospective);
        var report = FiguresReport.Of([incident], [IncidentPolicy.Default], DateTimeOffset.MaxValue);
        if (report.Incidents.Counted == 0)
            return;
        var figures = IncidentFigures.Of(incident);

        Assert.Equal(figures.ToDetect, report[FigureNames.ToDetect].Median);
        Assert.Equal(figures.ToAcknowledge, report[FigureNames.ToAcknowledge].Median);
        Assert.Equal(figures.ToMitigate, report[FigureNames.ToMitigate].Median);
        if (report[FigureNames.ToResolve].Open.Count == 0)
            Assert.Equal(figures.ToResolve, report[FigureNames.ToResolve].Median);
        if (report[FigureNames.Downtime].Open.Count == 0)
        {
            Assert.Equal(
                figures.Downtime,
                report[FigureNames.Downtime].Median
                    ?? report[FigureNames.Downtime].AtMost.Select(s => (TimeSpan?)s.Duration).SingleOrDefault());
        }
    }

    // The slow way: the smallest of the values that is no less than so many percent of them.
    [Property]
    public void NearestRank_AnyValues_IsTheSmallestThatCoversThePercentage(NonEmptyArray<int> values, int seed)
    {
        var percent = 1 + (Math.Abs(seed % 100));
        var slow = values.Get.Where(candidate => values.Get.Count(value => value <= candidate) * 100L >= (long)percent * values.Get.Length)
            .Min();

        Assert.Equal(slow, NearestRank.Of([.. values.Get.Order()], percent));
    }

    // The slow way: each minute of a stretch is asked how long ago the last update was.
    [Property]
    public void Silence_AnyUpdates_IsTheLongestWaitOfAnyMinute(byte length, byte[] updates)
    {
        var stretch = new Interval(Story.Start, Story.Start.AddMinutes(length));
        var slow = Enumerable.Range(0, length + 1)
            .Select(minute => minute - updates.Select(u => u - 20).Where(u => u >= 0 && u < minute).DefaultIfEmpty(0).Max())
            .Max();

        Assert.Equal(TimeSpan.FromMinutes(slow), UntoldTime.Longest(stretch, updates.Select(u => Story.Start.AddMinutes(u - 20)).Order()));
    }

    private static Incident WithId(int i, Incident incident) =>
        Incident.Replay(incident.History.Select(e => e with { Incident = Tales.IdOf(i) }));
}
