using static IncidentKit.Insights.Tests.Tales;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Insights.Tests.Metrics;

/// <summary>Every figure of the process over a few incidents, worked out by hand.</summary>
[Process("P58")]
public sealed class FiguresReportTests
{
    private static readonly Incident[] Four = [ByTheBook(1), CameBack(2), UnderWay(3), Contradictory(4)];

    // Samples in minutes, the shortest first | unknown | contradictory | open | without.
    [Theory]
    [InlineData("toDetect: 3=1 1=2 | 2 | 4 |  | ")]
    [InlineData("toAcknowledge: 2=0 3=2 1=3 4=5 |  |  |  | ")]
    [InlineData("toMitigate: 1=35 | 2 | 4 | 3 | ")]
    [InlineData("detectedToMitigated: 4=8 2=9 1=33 |  |  | 3 | ")]
    [InlineData("toResolve: 4=20 1=65 | 2 |  | 3 | ")]
    [InlineData("detectedToResolved: 4=30 1=63 2=90 |  |  | 3 | ")]
    [InlineData("downtime: 1=35 | 2 | 4 | 3 | ")]
    [InlineData("toFirstPublicUpdate: 2=5 1=13 |  |  | 3 | 4")]
    [InlineData("customerReportToPublicUpdate: 2=5 | 3 4 |  |  | 1")]
    [InlineData("toStaff: 1=11 |  |  | 3 | 2 4")]
    [InlineData("understaffed: 1=10 4=24 2=29 |  |  |  | 3")]
    [InlineData("longestSilence: 2=15 4=30 1=43 |  |  |  | 3")]
    [InlineData("longestPublicSilence: 2=15 4=30 1=50 |  |  |  | 3")]
    public void Durations_OfFourIncidents_AreThoseByHand(string expected) =>
        Assert.Equal(expected, LineOf(Report(Four)[expected.Split(':')[0]]));

    [Fact]
    public void Counts_OfFourIncidents_AreThoseByHand()
    {
        var report = Report(Four);

        Assert.Equal([1, 2, 1, 0], report.Levels.Single().Report.Levels.Select(level => level.Final));
        Assert.Equal(
            ("1", "", "2", "3 4"),
            (
                Numbers(report.NoticedBy.ByAlert),
                Numbers(report.NoticedBy.ByColleague),
                Numbers(report.NoticedBy.ByCustomer),
                Numbers(report.NoticedBy.Unknown)));
        Assert.Equal((1, "2"), (report.Recurrences.Total, Numbers(report.Recurrences.Incidents)));
        Assert.Equal(new DowntimeBases { Intervals = 0, Assumed = 1, UpperBound = 0 }, report.DowntimeBases);
        Assert.Equal(
            ["4: detected", "4: mitigated"],
            report.Contradictions.SelectMany(one => one.Contradictions, (one, c) => $"{NumberOf(one.Incident)}: {c.Later}"));
        Assert.Equal((4, 4), (report.Incidents.Counted, report.Incidents.Open));
    }

    [Fact]
    public void Obligations_OfFourIncidents_AreCountedByName()
    {
        var report = Report(Four);

        var first = report.Obligations.Single(o => o.Name == ObligationNames.FirstPublicUpdate);
        Assert.Equal((2, 0, 2, 4), (first.Met, first.MetLate, first.Missed, first.Of));
        Assert.Equal("2 4", Numbers(first.IncidentsWith(ObligationStatus.Missed)));
        var commander = report.Obligations.Single(o => o.Name == ObligationNames.AssignCommander);
        Assert.Equal((3, 0, 1), (commander.Met, commander.MetLate, commander.Missed));
        Assert.Equal(IncidentPolicy.Default.Obligations.Select(o => o.Name), report.Obligations.Select(o => o.Name));
    }

    // Of the public promises only the first story's came due: its update at 13 promised one by 43. Of the internal ones its
    // acknowledgement and two updates, and the second story's acknowledgement.
    [Fact]
    public void Updates_KeptOfThosePromised()
    {
        var report = Report(Four);

        Assert.Equal((0, 1, ""), (report.PublicUpdates.Kept, report.PublicUpdates.Promised, Numbers(report.PublicUpdates.Unknown)));
        Assert.Equal((3, 4, ""), (report.InternalUpdates.Kept, report.InternalUpdates.Promised, Numbers(report.InternalUpdates.Unknown)));
    }

    [Fact]
    public void PostMortems_ByTheWorstOfThree()
    {
        var late = Told(
            5,
            Declared(2),
            (1, new DeclareMitigated { By = Alice, How = MitigatedBy.Fix }),
            (2, new ResolveIncident { By = Alice }),
            (3, new FixPostMortem { By = Alice }),
            (60 * 24 * 4, new HoldPostMortem { By = Alice }),
            (60 * 24 * 4, new PublishPostMortem { By = Alice }));

        var atTheEnd = Report([.. Four, late]).PostMortems;
        var onTheDay = FiguresReport.Of([.. Four, late], [IncidentPolicy.Default], Start.AddHours(4)).PostMortems;

        Assert.Equal(
            ("1", "5", "2 4", "", 4),
            (Numbers(atTheEnd.OnTime), Numbers(atTheEnd.Late), Numbers(atTheEnd.Missed), Numbers(atTheEnd.Pending), atTheEnd.Of));
        Assert.Equal(
            ("1", "", "", "2 4 5", 1),
            (Numbers(onTheDay.OnTime), Numbers(onTheDay.Late), Numbers(onTheDay.Missed), Numbers(onTheDay.Pending), onTheDay.Of));
    }

    [Fact]
    public void ActionItems_DoneOpenOverdueAndUnknown()
    {
        var retrospective = Told(
            5,
            Declared(2) with { Retrospective = true },
            (1, new AddActionItem { By = Alice, Action = "check indexes" }));

        Assert.Equal(
            new ActionItemFigures { Done = 1, Open = 1, Overdue = 0, Unknown = 1 },
            FiguresReport.Of([.. Four, retrospective], [IncidentPolicy.Default], new(2025, 11, 20, 23, 0, 0, default)).ActionItems);
        Assert.Equal(
            new ActionItemFigures { Done = 1, Open = 1, Overdue = 1, Unknown = 1 },
            FiguresReport.Of([.. Four, retrospective], [IncidentPolicy.Default], new(2025, 11, 21, 0, 0, 0, default)).ActionItems);
        Assert.Equal(
            new ActionItemFigures { Done = 0, Open = 2, Overdue = 0, Unknown = 0 },
            FiguresReport.Of(Four, [IncidentPolicy.Default], Start.AddMinutes(69)).ActionItems);
    }

    [Fact]
    public void Downtime_IsTheUnionOfOutages_AndABoundIsNoSample()
    {
        StateImpact outage = new() { By = Alice, Kind = ImpactKind.Outage, From = At(0), To = At(20) };
        (int, IncidentCommand)[] over =
        [
            (60, new DeclareMitigated { By = Alice, How = MitigatedBy.Fix }),
            (61, new ResolveIncident { By = Alice }),
        ];
        var stated = Told(1, Declared(2) with { Started = At(-9) },
        [
            (30, outage),
            (31, outage with { From = At(10), To = At(25) }),
            (32, outage with { Kind = ImpactKind.Degraded, To = At(29) }),
            .. over,
        ]);
        var halfStated = Told(2, Declared(2), [(30, outage), (31, outage with { To = null }), .. over]);
        var bounded = Told(
            3,
            Declared(2) with { Retrospective = true, Started = At(-9), Detected = At(0) },
            (61, new ResolveIncident { By = Alice }));

        var report = Report([stated, halfStated, bounded]);

        Assert.Equal("downtime: 1=25 | 2 |  |  | ", LineOf(report[FigureNames.Downtime]));
        Assert.Equal(
            (3, 70),
            (
                NumberOf(report[FigureNames.Downtime].AtMost.Single().Incident),
                report[FigureNames.Downtime].AtMost.Single().Duration.TotalMinutes));
        Assert.Equal(new DowntimeBases { Intervals = 1, Assumed = 0, UpperBound = 1 }, report.DowntimeBases);
    }

    [Fact]
    public void Of_DrillsCancelledDuplicatesAndOthers_AreOut_AndCounted()
    {
        var cancelled = Told(
            5,
            Declared(1),
            (1, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" }));
        var duplicate = Told(6, Declared(1), (1, new MarkDuplicate { By = Alice, Of = IdOf(1) }));
        var other = Told(IncidentPolicy.Strict, 7, Start, Declared(1));
        var early = Told(IncidentPolicy.Default, 8, Start.AddYears(-1), Declared(1));
        var undated = Told(9, Declared(1) with { Retrospective = true, When = When.Unknown, Detected = When.Unknown });
        Incident[] all =
        [
            .. Four, Told(10, Declared(1) with { Drill = true }), cancelled, duplicate, other, early, undated, Told(3, Declared(3)),
        ];

        var report = FiguresReport.Of(
            all, [IncidentPolicy.Default], DateTimeOffset.MaxValue, new() { Period = new Interval(Start, Start.AddDays(1)) });

        Assert.Equal(
            new IncidentCounts
            {
                Counted = 4,
                Open = 4,
                Drills = 1,
                Cancelled = 1,
                Duplicates = 1,
                OfOtherPolicies = 1,
                OutsidePeriod = 1,
                Undated = 1,
            },
            report.Incidents);
        Assert.Equal(Report(Four).Durations.Select(LineOf), report.Durations.Select(LineOf));
        Assert.Equal(6, Report(all).Incidents.Counted);
        Assert.Equal(2, FiguresReport.Of(all, [IncidentPolicy.Strict, IncidentPolicy.Default], DateTimeOffset.MaxValue).Levels.Count);
        Assert.Throws<ArgumentException>(
            () => FiguresReport.Of(all, [IncidentPolicy.Default, IncidentPolicy.Default], DateTimeOffset.MaxValue));
    }

    // What happens after the instant has not happened yet; an incident after it does not count.
    [Fact]
    public void Of_AsOfAnInstant_KnowsNothingLater()
    {
        var report = FiguresReport.Of(Four, [IncidentPolicy.Default], Start.AddMinutes(10));

        Assert.Equal("detectedToMitigated: 4=8 2=9 |  |  | 1 3 | ", LineOf(report[FigureNames.DetectedToMitigated]));
        Assert.Equal("toFirstPublicUpdate: 2=5 |  |  | 1 3 4 | ", LineOf(report[FigureNames.ToFirstPublicUpdate]));
        Assert.Equal(0, report.Recurrences.Total);
        Assert.Equal(
            (0, 4),
            FiguresReport.Of(Four, [IncidentPolicy.Default], Start.AddTicks(-1)).Incidents is var counts
                ? (counts.Counted, counts.OutsidePeriod)
                : default);
    }

    // It came back and is not resolved again: it has no resolution yet.
    [Fact]
    public void ToResolve_CameBack_IsOpenAgain() =>
        Assert.Equal(
            "detectedToResolved:  |  |  | 2 | ",
            LineOf(FiguresReport.Of([CameBack(2)], [IncidentPolicy.Default], Start.AddMinutes(85))[FigureNames.DetectedToResolved]));

    [Theory]
    [InlineData(9, 5, null)]
    [InlineData(10, 5, 9)]
    [InlineData(11, 6, 10)]
    public void Percentile90_FromTenSamplesOn_ByNearestRank(int incidents, int median, int? percentile)
    {
        var figure = Report(
        [
            .. Enumerable.Range(1, incidents).Select(n => Told(n, Declared(2), (n, new Acknowledge { By = Alice }))),
        ])[FigureNames.ToAcknowledge];

        Assert.Equal((incidents, TimeSpan.FromMinutes(median)), (figure.N, figure.Median));
        Assert.Equal(percentile, (int?)figure.Percentile90?.TotalMinutes);
    }

    [Fact]
    public void Of_Nothing_HasNoMedian()
    {
        var report = Report([]);

        Assert.All(report.Durations, figure => Assert.Null(figure.Median ?? figure.Percentile90 ?? figure.Total));
        Assert.Empty(report.Advice);
    }

    [Fact]
    public void Names_Each_SaysFromWhereToWhere()
    {
        var report = Report(Four);

        Assert.Equal(FigureNames.All, report.Durations.Select(figure => figure.Name));
        Assert.All(
            report.Durations,
            figure => Assert.DoesNotContain("mttr", (figure.Name + figure.Definition).ToLowerInvariant(), StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => report["mttr"]);
    }

    private static FiguresReport Report(IEnumerable<Incident> incidents) =>
        FiguresReport.Of(incidents, [IncidentPolicy.Default], DateTimeOffset.MaxValue);
}
