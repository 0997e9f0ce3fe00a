using static IncidentKit.Insights.Tests.Tales;

namespace IncidentKit.Insights.Tests.Metrics;

/// <summary>When the figures call for something, and when they do not.</summary>
[Process("P59")]
public sealed class FiguresAdviceTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 18, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10, 10, 10, true)]
    [InlineData(10, 10, 9, false)]
    [InlineData(0, 0, 30, true)]
    [InlineData(29, 0, 0, false)]
    public void DedicatedPlatform_FromTenAMonth_MeanOfTheLastThreeWholeMonths(int august, int september, int october, bool expected)
    {
        // What happens in the month that is not over, and in July, does not count.
        var report = Report([.. Month(7, 1), .. Month(8, august), .. Month(9, september), .. Month(10, october), .. Month(11, 15)]);

        Assert.Equal($"2025-08: {august} 2025-09: {september} 2025-10: {october}", string.Join(" ", report.PerMonth.Months));
        Assert.Equal((august + september + october) / 3.0, report.PerMonth.Mean);
        Assert.Equal(expected, report.Advice.Any(advice => advice.Kind == FiguresAdviceKind.DedicatedPlatform));
    }

    [Fact]
    public void DedicatedPlatform_CarriesFigureAndLimit()
    {
        var advice = Assert.Single(Report([.. Month(8, 10), .. Month(9, 12), .. Month(10, 14)]).Advice);

        Assert.Equal((12.0, 10.0), (advice.Figure, advice.Limit));
        Assert.Equal(
            "12 incidents a month page somebody (mean of 2025-08: 10, 2025-09: 12, 2025-10: "
                + "14), and from 10 on a dedicated incident platform is worth a look.",
            advice.ToString());
    }

    // The last level of the default policy pages nobody; where nobody set a level, the provisional one pages.
    [Theory]
    [InlineData(3, 10)]
    [InlineData(4, 0)]
    [InlineData(null, 10)]
    public void PerMonth_CountsLevelsThatPageSomebody(int? level, int expected) =>
        Assert.Equal(expected, Report([.. Month(8, 1), .. Month(10, 10, level)]).PerMonth.Months[^1].Count);

    [Fact]
    public void PerMonth_OtherLevels_ThoseThatPageSomebodyCount()
    {
        SeverityLevel[] levels = [SeverityLevels.Default[0], .. new[] { 2, 3 }.Select(rank => new SeverityLevel
        {
            Rank = rank,
            Name = $"P{rank}",
            Title = "Low",
            Impact = "little",
            Response = ResponseTarget.EndOfNextBusinessDay,
            Paging = PagingHours.Ticket,
        })];
        var policy = new IncidentPolicy { Name = "three", Levels = levels };
        Incident At(int n, int level) => Told(policy, n, new DateTimeOffset(2025, 10, 1, n, 0, 0, TimeSpan.Zero), Declared(level));

        var report = FiguresReport.Of([At(1, 1), At(2, 2), At(3, 3)], [policy], Now);

        Assert.Equal(1, report.PerMonth.Months[^1].Count);
    }

    [Fact]
    public void PerMonth_ARecordThatIsTooShort_HasNoMean()
    {
        var report = Report([.. Month(9, 40), .. Month(10, 40)]);

        Assert.Null(report.PerMonth.Mean);
        Assert.Equal("2025-09: 40 2025-10: 40", string.Join(" ", report.PerMonth.Months));
        Assert.DoesNotContain(report.Advice, advice => advice.Kind == FiguresAdviceKind.DedicatedPlatform);
        // A period that begins earlier says that there was nothing before; so does a drill, which counts in no month.
        Assert.Equal(
            80 / 3.0,
            Report(
                [.. Month(9, 40), .. Month(10, 40)],
                new() { Period = new Interval(new(2025, 8, 1, 0, 0, 0, TimeSpan.Zero), Now) }).PerMonth.Mean);
        Assert.Equal(80 / 3.0, Report(
        [
            .. Month(9, 40),
            .. Month(10, 40),
            Told(IncidentPolicy.Default, 900, new(2025, 8, 9, 0, 0, 0, TimeSpan.Zero), Declared(1) with { Drill = true }),
        ]).PerMonth.Mean);
    }

    // Months end at the end of the period; at the end of time, with the month of the last incident.
    [Fact]
    public void PerMonth_EndsWithThePeriod_OrWithTheRecord()
    {
        Incident[] incidents = [.. Month(7, 1), .. Month(8, 2), .. Month(9, 3), .. Month(10, 4)];

        Assert.Equal("2025-07: 1 2025-08: 2 2025-09: 3", string.Join(" ", Report(incidents, new()
        {
            Period = new Interval(DateTimeOffset.MinValue, new(2025, 10, 1, 0, 0, 0, TimeSpan.Zero)),
        }).PerMonth.Months));
        Assert.Equal(
            "2025-08: 2 2025-09: 3 2025-10: 4",
            string.Join(" ", FiguresReport.Of(incidents, [IncidentPolicy.Default], DateTimeOffset.MaxValue).PerMonth.Months));
    }

    [Fact]
    public void PerMonth_InAZone_IsThatOfItsCalendar()
    {
        Incident[] incidents = [.. Month(7, 1), Told(IncidentPolicy.Default, 900, new(2025, 9, 30, 22, 30, 0, TimeSpan.Zero), Declared(1))];

        Assert.Equal([0, 1, 0], Report(incidents).PerMonth.Months.Select(month => month.Count));
        Assert.Equal(
            [0, 0, 1],
            Report(incidents, new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") })
                .PerMonth.Months.Select(month => month.Count));
    }

    [Fact]
    public void SeverityInflation_TooManyAtTheTop()
    {
        var advice = Assert.Single(Report([.. Month(9, 3, 1), .. Month(10, 7, 2)]).Advice);

        Assert.Equal((FiguresAdviceKind.SeverityInflation, 0.3, 0.2), (advice.Kind, advice.Figure, advice.Limit));
        Assert.Equal(
            "3 of 10 incidents under default are SEV-1 (30%), and more than 20% is too many: agree again on what SEV-1 is.",
            advice.Message);
        Assert.Empty(Report([.. Month(9, 2, 1), .. Month(10, 8, 2)]).Advice);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Report([], new() { PlatformFromPerMonth = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Report([], new() { PlatformFromPerMonth = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Report([], new() { Months = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Report([], new() { Severity = new() { LeastIncidents = 0 } }));
        Assert.Contains(
            Report(Month(10, 4), new() { PlatformFromPerMonth = 4, Months = 1 }).Advice,
            advice => advice.Kind == FiguresAdviceKind.DedicatedPlatform);
    }

    private static Incident[] Month(int month, int count, int? level = 2) =>
        [
            .. Enumerable.Range(1, count)
                .Select(n => Told(
                    IncidentPolicy.Default,
                    (month * 1000) + n,
                    new DateTimeOffset(2025, month, 2, 0, 0, 0, TimeSpan.Zero).AddMinutes(n),
                    Declared(level))),
        ];

    private static FiguresReport Report(IEnumerable<Incident> incidents, FiguresOptions? options = null) =>
        FiguresReport.Of(incidents, [IncidentPolicy.Default], Now, options ?? new());
}
