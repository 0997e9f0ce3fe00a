using static IncidentKit.Tests.Firings;

namespace IncidentKit.Insights.Tests.AlertQuality;

/// <summary>Pages per on-call week and person.</summary>
[Process("P35")]
public sealed class PageLoadTests
{
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Of_FiveOrMore_IsOver_AndAlertQualityComesFirst(int pages, bool expected)
    {
        var report = PageLoadReport.Of(Paged([.. Enumerable.Range(0, pages).Select(i => Fired($"{i}"))]));

        Assert.Equal((pages, expected), (report.Weeks.Single().Pages, report.Weeks.Single().IsOver));
        Assert.Equal(
            expected
                ? "Alert quality comes first: 1 of 1 on-call weeks with pages had 5 or more, the most alice, week of 2025-11-17: 5."
                : null,
            report.Advice);
    }

    [Fact]
    public void Of_RepeatsAndChannelsOfOneIncident_AreOnePage_AndLowUrgencyStandsBeside()
    {
        AlertFiring[] firings =
            [Fired("1") with { Incident = Incident(1) }, Fired("2", "cpu") with { Incident = Incident(1) }, Fired("3"), Fired("4")];
        var history = AlertHistory.Of(
            firings,
            [
                PageOf(firings[0]), PageOf(firings[0]) with { PagedAt = Noon.AddMinutes(5) }, PageOf(firings[1]),
                PageOf(firings[2]), PageOf(firings[2]) with { PagedAt = Noon.AddMinutes(1), Urgency = PageUrgency.Low },
                PageOf(firings[3]) with { Urgency = PageUrgency.Low }, PageOf(firings[0], Bob),
                new() { Person = Bob, PagedAt = Noon.AddHours(11), Incident = Incident(1) },
                new() { Person = Bob, PagedAt = Noon.AddHours(11) },
            ],
            Now);

        Assert.Equal(
            ["alice, week of 2025-11-17: 2 and 1 of low urgency", "bob, week of 2025-11-17: 2"],
            PageLoadReport.Of(history).Weeks.Select(week => week.ToString()));
        Assert.Equal([0, 1], PageLoadReport.Of(history).Weeks.Select(week => week.NightPages));
    }

    // The week of this team begins on Tuesday at 09:30 in Berlin, which is 08:30 UTC in winter and 07:30 UTC in summer.
    [Theory]
    [InlineData("2025-11-18T08:29:59Z", "2025-11-11")]
    [InlineData("2025-11-18T08:30:00Z", "2025-11-18")]
    [InlineData("2025-07-01T07:29:59Z", "2025-06-24")]
    [InlineData("2025-07-01T07:30:00Z", "2025-07-01")]
    [InlineData("2025-11-24T23:00:00Z", "2025-11-18")]
    public void Of_AWeekOfTheTeamsOwn_BeginsAtItsLocalTime(string at, string week)
    {
        var options = new AlertQualityOptions
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            WeekStarts = DayOfWeek.Tuesday,
            WeekStartsAt = new(9, 30),
        };

        Assert.Equal(
            DateOnly.ParseExact(week, "yyyy-MM-dd"),
            PageLoadReport.Of(Paged(Fired("1", at: Utc(at))), options: options).Weeks.Single().Week);
    }

    [Fact]
    public void Of_APeriod_CountsWhatBeganInIt()
    {
        var history = Paged(Fired("1"), Fired("2", at: Noon.AddDays(1)));

        Assert.Equal(1, PageLoadReport.Of(history, new Interval(Noon, Noon.AddDays(1))).Weeks.Sum(week => week.Pages));
    }

    [Fact]
    [Process("P59")]
    public void FiguresAdvice_HighPageLoad_FixAlertsFirst()
    {
        var load = PageLoadReport.Of(Paged([.. Enumerable.Range(0, 6).Select(i => Fired($"{i}"))]));

        var advice = Assert.Single(FiguresReport.Of([Tales.ByTheBook(1)], [IncidentPolicy.Default], Now, new() { PageLoad = load }).Advice);

        Assert.Equal((FiguresAdviceKind.AlertsFirst, 6.0, 5.0, load.Advice), (advice.Kind, advice.Figure, advice.Limit, advice.Message));
        Assert.Empty(FiguresReport.Of(
            [Tales.ByTheBook(1)], [IncidentPolicy.Default], Now, new() { PageLoad = PageLoadReport.Of(Paged(Fired("1"))) }).Advice);
    }
}
