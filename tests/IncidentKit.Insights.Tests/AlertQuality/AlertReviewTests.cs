using static IncidentKit.Tests.Firings;

namespace IncidentKit.Insights.Tests.AlertQuality;

/// <summary>The monthly review: figures per alert, and what to do with it.</summary>
[Process("P34")]
public sealed class AlertReviewTests
{
    [Fact]
    public void Of_AMonth_CountsByHand()
    {
        AlertFiring[] firings =
        [
            ActedOn("1", 1), ActedOn("2", 9), Ignored("3", true), Fired("4"), ActedOn("5", 1, at: Utc("2025-11-03T23:30:00Z")),
            Fired("6"), Fired("7"), Fired("8", at: Utc("2025-12-01T00:00:00Z")),
        ];
        var history = AlertHistory.Of(
            firings,
            [
                PageOf(firings[0]) with { AcknowledgedAt = Noon.AddMinutes(1) },
                PageOf(firings[0]) with { PagedAt = Noon.AddMinutes(5), IsAcknowledged = false },
                PageOf(firings[0], Bob), PageOf(firings[1]) with { IsAcknowledged = false },
                PageOf(firings[2]), PageOf(firings[3]), PageOf(firings[4]),
                PageOf(firings[5]) with { Urgency = PageUrgency.Low }, PageOf(firings[7]),
            ],
            Now);

        var review = Assert.Single(AlertReviewReport.Of(history, 2025, 11).Alerts);

        Assert.Equal((7, 5, 1, 1), (review.Fired, review.Paged, review.LowUrgency, review.NightPages));
        Assert.Equal((new Tally(2, 2, 1), new Tally(1, 3, 1)), (review.Actionable, review.LeftToNextDay));
        Assert.Equal((new Tally(1, 1, 3), new Tally(1, 3, 1)), (review.Acknowledged, review.FalsePositives));
    }

    [Theory]
    [InlineData("ignored ignored ignored", AlertAdviceKind.Delete, "Nobody acted on it: 0 of 3 actionable, and none left to the next day.")]
    [InlineData(
        "ignored ignored",
        AlertAdviceKind.Keep,
        "Of 2 of its 2 pages it is known whether somebody acted on them, fewer than 3: too little to say.")]
    [InlineData(
        "ignored ignored unknown unknown",
        AlertAdviceKind.Keep,
        "Of 2 of its 4 pages it is known whether somebody acted on them, fewer than 3: too little to say.")]
    [InlineData("left left acted acted", AlertAdviceKind.MakeTicket, "It can wait: 2 of 4 left to the next day, 50% or more.")]
    [InlineData("false acted acted", AlertAdviceKind.Tighten, "It fires though nothing is wrong: 1 of 3 false, 30% or more.")]
    [InlineData(
        "ignored acted acted",
        AlertAdviceKind.AddContext,
        "People look, and often do not act within the shift: 2 of 3 actionable, fewer than 80%.")]
    [InlineData("ignored acted acted acted acted", AlertAdviceKind.Keep, "People act on it: 4 of 5 actionable.")]
    [InlineData("left acted acted acted acted", AlertAdviceKind.Keep, "People act on it: 4 of 5 actionable.")]
    public void Advice_Each_HasItsReasonAndFigures(string outcomes, AlertAdviceKind advice, string reason)
    {
        var firings = outcomes.Split(' ').Select((outcome, i) => outcome switch
        {
            "ignored" => Ignored($"{i}"),
            "left" => ActedOn($"{i}", 9),
            "false" => Ignored($"{i}", true),
            "acted" => ActedOn($"{i}", 1),
            _ => Fired($"{i}"),
        });

        var review = AlertReviewReport.Of(Paged([.. firings]), 2025, 11).Alerts.Single();

        Assert.Equal((advice, reason), (review.Advice, review.Reason));
    }

    [Fact]
    public void Advice_AlertThatPagesNobody_IsKept() =>
        Assert.Equal(
            "disk: Keep. It paged nobody.",
            AlertReviewReport.Of(AlertHistory.Of([Ignored("1"), Ignored("2"), Ignored("3")], [], Now), 2025, 11)
                .Alerts.Single()
                .ToString());

    // In Berlin November begins at 23:00 UTC, and 21:30 UTC is night.
    [Fact]
    public void Of_AZone_HasItsOwnMonthAndNight()
    {
        var history = Paged(
            Fired("1", at: Utc("2025-10-31T23:00:00Z")),
            Fired("2", at: Utc("2025-11-05T21:30:00Z")),
            Fired("3", at: Utc("2025-11-30T23:00:00Z")));
        var berlin = new AlertQualityOptions { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

        Assert.Equal(
            (2, 2),
            AlertReviewReport.Of(history, 2025, 11, berlin).Alerts.Single() is var review ? (review.Fired, review.NightPages) : default);
        Assert.Equal((2, 1), AlertReviewReport.Of(history, 2025, 11).Alerts.Single() is var utc ? (utc.Fired, utc.NightPages) : default);
    }

    [Theory]
    [InlineData("21:59:59", false)]
    [InlineData("22:00:00", true)]
    [InlineData("06:59:59", true)]
    [InlineData("07:00:00", false)]
    public void NightPages_FromTenToSeven(string time, bool expected) =>
        Assert.Equal(
            expected ? 1 : 0,
            AlertReviewReport.Of(Paged(Fired("1", at: Utc($"2025-11-18T{time}Z"))), 2025, 11).Alerts.Single().NightPages);

    [Fact]
    public void Options_OutOfRange_AreRefused_AllAtOnce()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => AlertReviewReport.Of(Paged(), 2025, 11, new() { TooManyPages = 0, TicketFrom = 1.1, LowerBelow = 0.5 }));

        Assert.Contains(
            "TooManyPages is to be 1 or more; TicketFrom is to be a share from 0 to 1; LowerBelow is to be no more than RaiseAbove.",
            refused.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => AlertReviewReport.Of(Paged(), 2025, 13));
    }
}
