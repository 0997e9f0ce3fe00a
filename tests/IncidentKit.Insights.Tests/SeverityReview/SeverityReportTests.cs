using static IncidentKit.Tests.Story;

namespace IncidentKit.Insights.Tests.SeverityReview;

/// <summary>Severity inflation: shares, drift, the flag, and who is rated too high.</summary>
[Process("P06")]
public sealed class SeverityReportTests
{
    private static readonly DescribeImpact FitsThree = new()
    {
        By = Alice, DataLost = false, DataExposed = false, CustomersAffected = true,
        Function = ImpactFunction.Minor, State = ImpactState.Failing, Reach = ImpactReach.Most,
    };

    [Theory]
    [InlineData(10, 2, false)]
    [InlineData(10, 3, true)]
    [InlineData(9, 9, false)]
    [InlineData(15, 3, false)]
    [InlineData(15, 4, true)]
    public void IsInflated_MoreThanAFifthOfAtLeastTen_AtTheTop(int incidents, int atTheTop, bool expected)
    {
        var report = SeverityReport.Of(Enumerable.Range(1, incidents).Select(n => At(n, n <= atTheTop ? 1 : 3)), IncidentPolicy.Default);

        Assert.Equal((incidents, incidents, expected), (report.Counted, report.Open, report.IsInflated));
        Assert.Equal(((double)atTheTop / incidents, atTheTop), (report.Levels[0].FinalShare!.Value, report.Levels[0].Initial));
        Assert.Equal(["SEV-1", "SEV-2", "SEV-3", "SEV-4"], report.Levels.Select(level => level.Name));
    }

    [Fact]
    public void IsInflated_ByLimitsOfTheTeamsOwn()
    {
        Incident[] incidents = [At(1, 1), At(2, 2)];

        Assert.True(SeverityReport.Of(incidents, IncidentPolicy.Default, new() { TopShareLimit = 0.4, LeastIncidents = 2 }).IsInflated);
        Assert.False(SeverityReport.Of(incidents, IncidentPolicy.Default, new() { TopShareLimit = 0.5, LeastIncidents = 2 }).IsInflated);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SeverityReport.Of(incidents, IncidentPolicy.Default, new() { TopShareLimit = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SeverityReport.Of(incidents, IncidentPolicy.Default, new() { LeastIncidents = 0 }));
    }

    [Fact]
    public void Of_RaisedLoweredAndReviewed_SaysFromWhichToWhich()
    {
        var closed = Told(
            4,
            new Classify { By = Alice, Level = 1 },
            new TakeCommand { By = Alice, Reason = "alone" },
            new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback },
            new ResolveIncident { By = Alice },
            new EndWatch { By = Alice, Reason = "steady" },
            new PublishPostMortem { By = Alice },
            new CloseIncident { By = Alice },
            new ReviewSeverity { By = Bob, Level = 2, Reason = "one region" });
        var report = SeverityReport.Of(
            [
                At(1, 3, 2, 1), At(2, 3, 2),
                Told(
                    3,
                    new Classify { By = Alice, Level = 1 },
                    new TakeCommand { By = Alice, Reason = "alone" },
                    new LowerSeverity { By = Alice, Level = 3, Reason = "one customer" }),
                closed,
            ],
            IncidentPolicy.Default);

        Assert.Equal(
            ["Raised 2 to 1, 1", "Raised 3 to 2, 2", "Lowered 1 to 3, 1", "Reviewed 1 to 2, 1"],
            report.Drift.Select(drift => $"{drift.Change} {drift.From} to {drift.To}, {drift.Count}"));
        Assert.Equal([2, 0, 2, 0], report.Levels.Select(level => level.Initial));
        Assert.Equal([1, 2, 1, 0], report.Levels.Select(level => level.Final));
        Assert.Equal(3, report.Open);
    }

    [Fact]
    [Process("P05")]
    public void Of_RaiseReportedLate_CountsFromWhenItWasSo()
    {
        var report = SeverityReport.Of(
            [Told(1, new Classify { By = Alice, Level = 3 }, new Classify { By = Alice, Level = 1, When = When.At(Start) })],
            IncidentPolicy.Default);

        Assert.Equal((1, 1), (report.Levels[0].Initial, report.Levels[0].Final));
        Assert.Empty(report.Drift);
    }

    [Fact]
    public void Of_DrillsCancelledAndDuplicates_AreOut_AndThoseWithoutALevelApart()
    {
        var twice = At(1, 3);
        var report = SeverityReport.Of(
            [
                twice,
                new IncidentLifecycle(IncidentPolicy.Default)
                    .Decide(twice, new Classify { By = Alice, Level = 2 }, Start.AddHours(1)).Incident!,
                twice,
                Told(2),
                Told(
                    3,
                    new Classify { By = Alice, Level = 1 },
                    new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" }),
                Told(4, new Classify { By = Alice, Level = 1 }, new MarkDuplicate { By = Alice, Of = twice.Id }),
                Told(IncidentPolicy.Strict, 5, false, new Classify { By = Alice, Level = 1 }),
                new IncidentLifecycle(IncidentPolicy.Default)
                    .Declare(
                        new IncidentId(Guid.CreateVersion7(Start)),
                        new DeclareIncident { By = Alice, Title = "Checkout fails", Service = "checkout", Level = 1, Drill = true },
                        Start).Incident!,
            ],
            IncidentPolicy.Default);

        Assert.Equal((1, 1, 1), (report.Counted, report.WithoutLevel, report.OfOtherPolicies));
        Assert.Equal([0, 1, 0, 0], report.Levels.Select(level => level.Final));
    }

    [Fact]
    public void Of_Nothing_HasNoShares()
    {
        var report = SeverityReport.Of([], IncidentPolicy.Default);

        Assert.All(report.Levels, level => Assert.Null(level.InitialShare ?? level.FinalShare));
        Assert.False(report.IsInflated);
    }

    [Fact]
    public void Overrated_FactsFitALowerLevelAtTheWorst_AreNamed()
    {
        Classify top = new() { By = Alice, Level = 1 };
        Incident[] incidents =
        [
            Told(1, top, FitsThree),
            Told(2, top),
            Told(3, top, FitsThree with { DataExposed = null }),
            Told(4, new Classify { By = Alice, Level = 2 }, FitsThree),
            Told(5, top, FitsThree with { DataLost = true }),
        ];

        var named = Assert.Single(SeverityReport.Of(incidents, IncidentPolicy.Default).Overrated!);

        Assert.Equal((incidents[0].Id, 1, 3), (named.Incident, named.Number, named.Proposal.Level));
        Assert.Null(SeverityReport.Of(incidents, new IncidentPolicy { Name = "default", Classifier = null }).Overrated);
    }

    [Fact]
    public void Of_RetrospectiveIncidents_AreReadByTime_OrByTheRecordWhereATimeIsUnknown()
    {
        var fromStart = Told(
            IncidentPolicy.Default,
            1,
            true,
            new Classify { By = Alice, Level = 1, When = When.At(Start.AddMinutes(-5)) },
            new Classify { By = Alice, Level = 2, When = When.At(Start.AddMinutes(-9)) });
        var unknown = Told(IncidentPolicy.Default, 2, true, new Classify { By = Alice, Level = 4, When = When.Unknown });

        var report = SeverityReport.Of([fromStart, unknown], IncidentPolicy.Default);

        // Both were declared at SEV-3.
        Assert.Equal([0, 0, 2, 0], report.Levels.Select(level => level.Initial));
        Assert.Equal([1, 0, 0, 1], report.Levels.Select(level => level.Final));
        Assert.Equal(
            ["Raised 2 to 1", "Raised 3 to 2", "Lowered 3 to 4"],
            report.Drift.Select(drift => $"{drift.Change} {drift.From} to {drift.To}"));
    }

    private static Incident At(int n, params int[] levels) =>
        Told(n, [.. levels.Select(level => new Classify { By = Alice, Level = level })]);

    private static Incident Told(int n, params IncidentCommand[] commands) => Told(IncidentPolicy.Default, n, false, commands);

    private static Incident Told(IncidentPolicy policy, int n, bool retrospective, params IncidentCommand[] commands)
    {
        var (lifecycle, now) = (new IncidentLifecycle(policy), Start);
        var declaration = new DeclareIncident
        {
            By = Alice,
            Title = "Checkout fails",
            Service = "checkout",
            Number = n,
            Retrospective = retrospective,
            Level = retrospective ? 3 : null,
        };
        var incident = lifecycle.Declare(new IncidentId(new Guid($"018f0000-0000-7000-8000-{n:000000000000}")), declaration, now).Incident!;
        foreach (var command in commands)
        {
            now = now.AddMinutes(1);
            var decision = lifecycle.Decide(incident, command, now);
            Assert.True(decision.IsAccepted, $"{command}: {decision}");
            incident = decision.Incident!;
        }

        return incident;
    }
}
