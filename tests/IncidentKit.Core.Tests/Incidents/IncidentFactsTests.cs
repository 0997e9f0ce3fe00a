using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Incidents;

public sealed class IncidentFactsTests
{
    private static Incident Recurred { get; } = new Story(IncidentPolicy.Default).Then(
        new DescribeImpact { By = Alice, Started = When.At(Start.AddMinutes(-5)) },
        new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback },
        new ResolveIncident { By = Alice },
        new ReportRecurrence { By = Bob },
        new DeclareMitigated { By = Alice, How = MitigatedBy.Fix },
        new ResolveIncident { By = Alice }).Incident;

    [Fact]
    [Process("P45")]
    public void Stretches_Recurred_AreUnderWayUntilEachResolution() => Assert.Equal(
        [(DateTimeOffset.MinValue, Start.AddMinutes(3)), (Start.AddMinutes(4), Start.AddMinutes(6))],
        Recurred.Facts.Stretches(DateTimeOffset.MaxValue).Select(stretch => (stretch.Start, stretch.End)));

    [Theory]
    [Process("P45")]
    [InlineData(2, null)]
    [InlineData(3, 3)]
    [InlineData(4, null)]
    [InlineData(6, 6)]
    public void ResolvedBy_Recurred_IsTheLastResolutionUnlessItRecurredSince(int minute, int? expected)
    {
        var until = Start.AddMinutes(minute);

        Assert.Equal(expected is { } at ? When.At(Start.AddMinutes(at)) : null, Recurred.Facts.ResolvedBy(until));
        Assert.Equal(until, Recurred.Facts.Stretches(until)[^1].End);
    }

    [Fact]
    [Process("P45")]
    public void Stretches_RecurrenceCorrectedToBeforeTheResolution_AreOneUntilTheLastResolution()
    {
        var recurrence = Recurred.History.OfType<IncidentRecurred>().Single().Sequence;
        var corrected = new IncidentLifecycle(IncidentPolicy.Default).Decide(
            Recurred,
            new CorrectTime { By = Alice, Of = recurrence, To = When.At(Start.AddMinutes(2)), Reason = "typed wrongly" },
            Start.AddMinutes(9)).Incident!;

        Assert.Equal([Start.AddMinutes(6)], corrected.Facts.Stretches(DateTimeOffset.MaxValue).Select(stretch => stretch.End));
    }

    [Fact]
    [Process("P58")]
    public void DowntimeBy_WithoutOutages_IsAssumedUntilTheFirstMitigation()
    {
        var downtime = Recurred.Facts.DowntimeBy(DateTimeOffset.MaxValue);

        Assert.Equal((TimeSpan.FromMinutes(7), DowntimeBasis.Assumed), (downtime.Total, downtime.Basis));
        Assert.Equal([new Interval(Start.AddMinutes(-5), Start.AddMinutes(2))], downtime.Intervals);
        Assert.Null(Recurred.Facts.DowntimeBy(Start.AddMinutes(1)).Total);
    }

    [Fact]
    [Process("P58")]
    public void DowntimeBy_OutageCorrectedToStartAfterItsEnd_IsContradictory()
    {
        var story = new Story(IncidentPolicy.Default).Then(new StateImpact
        {
            By = Alice, Kind = ImpactKind.Outage, From = When.At(Start.AddMinutes(-5)), To = When.At(Start.AddMinutes(-1)),
        });
        var outage = story.Incident.Version;
        Assert.Equal(TimeSpan.FromMinutes(4), story.Incident.Facts.DowntimeBy(DateTimeOffset.MaxValue).Total);

        story.Then(new CorrectTime { By = Alice, Of = outage, To = When.At(Start), Reason = "typed wrongly" });

        var downtime = story.Incident.Facts.DowntimeBy(DateTimeOffset.MaxValue);
        Assert.Equal((null, null, true), (downtime.Total, downtime.Basis, downtime.IsContradictory));
        Assert.Empty(downtime.Intervals);
    }

    [Fact]
    [Process("P24")]
    public void Occurrences_OfOneKind_AreAtTheirCorrectedTimesInOrder() => Assert.Equal(
        [Start.AddMinutes(2), Start.AddMinutes(5)],
        Recurred.Facts.Occurrences<ServiceMitigated>().Select(mitigated => mitigated.At));

    [Fact]
    [Process("P11")]
    public void Understaffed_ByAnInstant_EndsThere()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new Classify { By = Alice, Level = 1 }, new TakeCommand { By = Alice, Reason = "on call" });

        Assert.Equal(
            [new Interval(Start.AddMinutes(2), Start.AddMinutes(12))],
            new UnderstaffedIntervals(story.Incident.Facts, IncidentPolicy.Default, Start.AddMinutes(12)).Intervals);
        Assert.Null(new UnderstaffedIntervals(story.Incident.Facts, IncidentPolicy.Default, DateTimeOffset.MaxValue).Total);
    }
}
