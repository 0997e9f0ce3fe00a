namespace IncidentKit.Rotation.Tests.Sites;

/// <summary>The report on one schedule.</summary>
[Process("P46")]
public sealed class CoverageReportTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Responder Alice = new("alice");

    [Fact]
    public void Of_WeeklySchedule_IsProvedWithItsTurnsAndClockChanges()
    {
        var schedule = OnCallSchedule.Weekly(
            "payments", "Europe/Berlin", DayOfWeek.Monday, new TimeOnly(9, 0), new DateOnly(2026, 1, 5), [Alice, new Responder("bob")]);
        var report = CoverageReport.Of(schedule, From, From.AddYears(1));

        Assert.True(report.IsProved);
        Assert.Equal(53, report.IntervalCount);
        Assert.Equal(
            ["payments 2026-03-29T01:00:00Z, from +01:00 to +02:00", "payments 2026-10-25T01:00:00Z, from +02:00 to +01:00"],
            report.ClockChanges.Select(c => c.ToString()));
    }

    [Fact]
    public void Of_PlantedSecond_IsTheCounterexample()
    {
        var planted = new Interval(From.AddDays(100), From.AddDays(100).AddSeconds(1));
        var schedule = new OnCallScheduleBuilder("payments", "Asia/Kolkata")
            .AddLayer("always", layer => layer.People(Alice))
            .AddOverrides(new RemoveOverride { Person = Alice, Time = planted })
            .Build();
        var report = CoverageReport.Of(schedule, From, From.AddYears(1));

        Assert.Equal(planted, Assert.Single(report.Gaps).Time);
        Assert.Equal("payments 05:30 to 05:30:01", Assert.Single(report.GapPatterns).Hours);
        Assert.Equal(TimeSpan.FromSeconds(1), report.Uncovered);
    }

    [Fact]
    public void Of_PeriodInvertedOrTooLong_IsRefused()
    {
        var schedule = OnCallSchedule.Weekly("s", "UTC", DayOfWeek.Monday, default, new DateOnly(2026, 1, 5), [Alice]);

        Assert.Equal("to", Assert.Throws<ArgumentOutOfRangeException>(() => CoverageReport.Of(schedule, From, From)).ParamName);
        Assert.Equal(
            "to",
            Assert.Throws<ArgumentOutOfRangeException>(() => CoverageReport.Of(schedule, From, From.AddDays(3661))).ParamName);
        Assert.True(CoverageReport.Of(schedule, From, From.AddDays(3660)).IsProved);
    }
}
