using static IncidentKit.Tests.Firings;

namespace IncidentKit.Insights.Tests.AlertQuality;

/// <summary>The quarterly review of the threshold, from the rate of false positives.</summary>
[Process("P33")]
public sealed class ThresholdReviewTests
{
    [Theory]
    [InlineData(4, 6, 0, ThresholdProposal.Raise)]
    [InlineData(3, 7, 0, ThresholdProposal.Keep)]
    [InlineData(1, 19, 0, ThresholdProposal.Keep)]
    [InlineData(1, 20, 0, ThresholdProposal.Lower)]
    [InlineData(9, 0, 50, ThresholdProposal.Keep)]
    [InlineData(10, 0, 50, ThresholdProposal.Raise)]
    public void Proposal_FromTheRateOfFalsePositives(int wrong, int right, int unknown, ThresholdProposal expected)
    {
        var history = Paged(
        [
            .. Enumerable.Range(0, wrong + right + unknown)
                .Select(i => Fired($"{i}") with { IsFalsePositive = i < wrong ? true : i < wrong + right ? false : null }),
        ]);

        var report = ThresholdReport.Of(history, 2025, 4);

        Assert.Equal((expected, new Tally(wrong, right, unknown)), (report.All.Proposal, report.All.FalsePositives));
        Assert.Equal(expected, report.Alerts.Single().Proposal);
    }

    [Fact]
    public void Proposal_CarriesItsFigures()
    {
        var firings = Enumerable.Range(0, 10).Select(i => Fired($"{i}") with { IsFalsePositive = i < 4 }).ToList();
        var unnoticed = Fired("x", "cpu") with { Incident = Incident(1), IsFalsePositive = false };

        var report = ThresholdReport.Of(
            AlertHistory.Of([.. firings, unnoticed, Fired("y", at: Utc("2025-09-30T23:59:59Z"))], firings.Select(f => PageOf(f)), Now),
            2025,
            4);

        Assert.Equal(
            "All alerts: Raise. 4 of 10 pages were false (40%), more than 30%. 1 led to an incident and paged nobody.",
            report.All.ToString());
        Assert.Equal(["cpu", "disk"], report.Alerts.Select(review => review.Alert));
        Assert.Throws<ArgumentOutOfRangeException>(() => ThresholdReport.Of(Paged(), 2025, 5));
    }
}
