using static IncidentKit.Tests.Firings;

namespace IncidentKit.Tests.Alerts;

/// <summary>What a history cannot be trusted in is named, and counts nowhere.</summary>
[Process("P34")]
public sealed class AlertHistoryTests
{
    public static TheoryData<string, AlertHistoryFaultKind> BadFirings => new()
    {
        { "acted before", AlertHistoryFaultKind.OutOfOrder }, { "shift before", AlertHistoryFaultKind.OutOfOrder },
        { "future", AlertHistoryFaultKind.InTheFuture }, { "acted in the future", AlertHistoryFaultKind.InTheFuture },
        { "acted and not", AlertHistoryFaultKind.Contradictory }, { "left and not acted", AlertHistoryFaultKind.Contradictory },
        { "false and acted", AlertHistoryFaultKind.Contradictory }, { "nameless", AlertHistoryFaultKind.Malformed },
    };

    [Theory]
    [MemberData(nameof(BadFirings))]
    public void Of_BadFiring_IsNamed_AndNeitherItNorItsPageCounts(string what, AlertHistoryFaultKind expected)
    {
        var firing = what switch
        {
            "acted before" => Fired("1") with { ActedOnAt = Noon.AddMinutes(-1) },
            "shift before" => Fired("1") with { ShiftEndsAt = Noon.AddMinutes(-1) },
            "future" => Fired("1", at: Now.AddTicks(1)),
            "acted in the future" => Fired("1") with { ActedOnAt = Now.AddTicks(1) },
            "acted and not" => Fired("1") with { IsActedOn = false, ActedOnAt = Noon },
            "left and not acted" => Fired("1") with { IsActedOn = false, IsLeftToNextDay = true },
            "false and acted" => Fired("1") with { IsActedOn = true, IsFalsePositive = true },
            _ => Fired("1", " "),
        };

        var history = AlertHistory.Of([firing, Fired("2")], [PageOf(firing), PageOf(Fired("2"))], Now);

        Assert.Equal("2", Ids(history.Firings));
        Assert.Equal("2", Assert.Single(history.Pages).Firing);
        Assert.Equal([expected, AlertHistoryFaultKind.WithoutFiring], history.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void Of_BadPages_AreNamed_AndDoNotCount()
    {
        var firing = Fired("1");
        var good = PageOf(firing);
        var early = good with { PagedAt = Noon.AddMinutes(-1) };
        var skewed = good with { AcknowledgedAt = Noon.AddSeconds(-1) };
        var late = good with { PagedAt = Now.AddTicks(1) };
        var both = good with { IsAcknowledged = false, AcknowledgedAt = Noon };
        var lost = good with { Firing = "9" };

        var history = AlertHistory.Of([firing], [early, skewed, late, both, lost, good, good], Now);

        Assert.Equal([good], history.Pages);
        Assert.Equal(
            [
                AlertHistoryFaultKind.Repeated, AlertHistoryFaultKind.Contradictory, AlertHistoryFaultKind.InTheFuture,
                AlertHistoryFaultKind.OutOfOrder, AlertHistoryFaultKind.OutOfOrder, AlertHistoryFaultKind.WithoutFiring,
            ],
            history.Faults.Select(fault => fault.Kind)
                .OrderBy(kind => kind == AlertHistoryFaultKind.Repeated ? 0
                    : kind == AlertHistoryFaultKind.Contradictory ? 1
                    : kind == AlertHistoryFaultKind.InTheFuture ? 2
                    : kind == AlertHistoryFaultKind.OutOfOrder ? 3
                    : 4));
        Assert.Contains(
            "The page of alice at 2025-11-18T12:00:00Z was acknowledged before it was sent.",
            history.Faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void Of_OneKeyTwice_CountsOnceWhereEqual_AndNotWhereDifferent()
    {
        var history = AlertHistory.Of([Fired("1"), Fired("1"), Fired("2"), Fired("2", "cpu")], [], Now);

        Assert.Equal("1", Ids(history.Firings));
        Assert.Equal([AlertHistoryFaultKind.Repeated, AlertHistoryFaultKind.Conflicting], history.Faults.Select(fault => fault.Kind));
    }

    // By the shift it is actionable; after it, it was left; without a shift nobody knows.
    [Theory]
    [InlineData(8, true, false)]
    [InlineData(8.01, false, true)]
    public void IsActionable_WithinTheShift(double hours, bool actionable, bool left)
    {
        Assert.Equal((actionable, left), (ActedOn("1", hours).IsActionable, ActedOn("1", hours).IsLeftToNextDay));
        Assert.Null((ActedOn("1", hours) with { ShiftEndsAt = null }).IsActionable);
        Assert.Null(Fired("1").IsActionable);
        Assert.False(Ignored("1").IsActionable);
        Assert.True((Fired("1") with { IsActedOn = true, IsLeftToNextDay = false }).IsActionable);
    }
}
