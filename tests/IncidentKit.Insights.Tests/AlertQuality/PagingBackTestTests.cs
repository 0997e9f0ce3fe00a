using static IncidentKit.Tests.Firings;

namespace IncidentKit.Insights.Tests.AlertQuality;

/// <summary>What a policy would have paged, and what it would have missed.</summary>
[Process("P33")]
public sealed class PagingBackTestTests
{
    [Fact]
    public void Of_APolicy_SaysWhatItWouldHavePagedAndMissed()
    {
        AlertFiring[] firings =
        [
            With(ActedOn("acted-90", 1), 90), With(ActedOn("acted-50", 1), 50), With(ActedOn("acted-20", 1), 20),
            With(Ignored("false-90", true), 90), With(Ignored("false-20", true), 20),
            With(Fired("unknown-20"), 20), With(Ignored("incident-5") with { Incident = Incident(1) }, 5),
            With(ActedOn("unpaged-95", 1), 95),
        ];
        var history = AlertHistory.Of(firings, firings.Where(firing => firing.Id != "unpaged-95").Select(firing => PageOf(firing)), Now);

        var test = PagingBackTest.Of(history, signal => signal.Value switch
        {
            >= 80 => PagingVerdict.Page,
            >= 40 => PagingVerdict.LowUrgency,
            >= 10 => PagingVerdict.Ticket,
            _ => PagingVerdict.Nothing,
        });

        Assert.Equal((8, 3, 7), (test.Firings, test.WouldPage, test.DidPage));
        Assert.Equal(
            ("acted-20 incident-5", "acted-50", "unpaged-95", "false-20", "unknown-20"),
            (Ids(test.Missed), Ids(test.Delayed), Ids(test.Caught), Ids(test.Spared), Ids(test.Unclear)));
        Assert.Equal(
            (2, 1, 1),
            (test.Count(PagingVerdict.Page, true), test.Count(PagingVerdict.Page, false), test.Count(PagingVerdict.Ticket, null)));
        Assert.Equal(
            "It would have paged 3 times instead of 7, missed 2 and delayed 1 that needed somebody, and spared 1 that needed nobody.",
            test.ToString());
    }

    [Fact]
    public void Of_BadRecords_AreNotTried_AndNamed()
    {
        var test = PagingBackTest.Of(
            AlertHistory.Of([Fired("1") with { ActedOnAt = Noon.AddHours(-1) }], [], Now),
            _ => PagingVerdict.Page);

        Assert.Equal((0, 1), (test.Firings, test.Faults.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => PagingBackTest.Of(Paged(Fired("1")), _ => (PagingVerdict)7));
    }

    private static AlertFiring With(AlertFiring firing, double value) => firing with { Signal = firing.Signal with { Value = value } };
}
