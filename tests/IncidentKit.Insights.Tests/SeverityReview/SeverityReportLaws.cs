using FsCheck.Xunit;

namespace IncidentKit.Insights.Tests.SeverityReview;

/// <summary>Whatever happened to the incidents, the report adds up.</summary>
[Process("P06")]
[Laws(60, Arbitrary = [typeof(Steps)], EndSize = 60)]
public sealed class SeverityReportLaws
{
    [Property]
    public void Of_AnyIncidents_InitialPlusDriftIsFinal(bool retrospective, Step[][] stories)
    {
        var incidents = stories.Select((steps, i) => WithId(i, Steps.Run(IncidentPolicy.Default, steps, retrospective: retrospective)))
            .ToList();
        var report = SeverityReport.Of(incidents, IncidentPolicy.Default);

        Assert.Equal(incidents.Count(i => i.Phase != IncidentPhase.Cancelled), report.Counted + report.WithoutLevel);
        Assert.Equal(report.Counted, report.Levels.Sum(level => level.Final));
        Assert.Equal(report.Levels[0].InitialOf, report.Levels.Sum(level => level.Initial));
        var setByReview = incidents.Where(i => i is { Level: null, ReviewedLevel: not null } && i.Phase != IncidentPhase.Cancelled)
            .Select(i => i.ReviewedLevel)
            .ToList();
        Assert.All(report.Levels, level => Assert.Equal(
            level.Final - setByReview.Count(reviewed => reviewed == level.Level),
            level.Initial + report.Drift.Where(d => d.To == level.Level).Sum(d => d.Count)
                - report.Drift.Where(d => d.From == level.Level).Sum(d => d.Count)));
        Assert.All(report.Drift, d => Assert.True(d.Change switch
        {
            SeverityChange.Raised => d.To < d.From,
            SeverityChange.Lowered => d.To > d.From,
            _ => true,
        }));
        if (!retrospective)
        {
            // The last level in force is the one that the incident has.
            Assert.All(
                report.Levels,
                level => Assert.Equal(
                    incidents.Count(i => i.Phase != IncidentPhase.Cancelled && (i.ReviewedLevel ?? i.Level) == level.Level),
                    level.Final));
        }
    }

    private static Incident WithId(int i, Incident incident) =>
        Incident.Replay(
            incident.History.Select(e => e with { Incident = new IncidentId(new Guid($"018f0000-0000-7000-8000-{i:000000000000}")) }));
}
