using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static IncidentKit.Tests.Firings;

namespace IncidentKit.Insights.Tests.AlertQuality;

/// <summary>Whatever a history holds: nothing is lost without a word, and nothing hangs on the order.</summary>
[Laws(200, Arbitrary = [typeof(Shots)])]
public sealed class AlertLaws
{
    [Property]
    [Process("P34")]
    public void History_AnyRecords_CountsOrNamesEach(Shot[] shots)
    {
        var history = Shots.HistoryOf(shots);

        foreach (var key in shots.Select(shot => $"{shot.Id}").Distinct())
        {
            Assert.Equal(
                1,
                history.Firings.Count(firing => firing.Id == key) + history.Faults.Count(fault => fault.Alert is not null
                    && fault.Kind != AlertHistoryFaultKind.Repeated
                    && fault.Message.Contains($"\"{key}\"", StringComparison.Ordinal)));
        }

        Assert.All(
            history.Firings,
            firing => Assert.True(!(firing.ActedOnAt < firing.Signal.FiredAt) && !(firing.ShiftEndsAt < firing.Signal.FiredAt)));
        Assert.All(history.Pages, page => Assert.True(page.Firing is null || history.Firings.Any(firing => firing.Id == page.Firing)));
        var turned = Shots.HistoryOf(shots.Reverse());
        Assert.Equal(
            (history.Firings, history.Faults),
            (turned.Firings, turned.Faults),
            (a, b) => a.Firings.SequenceEqual(b.Firings) && a.Faults.SequenceEqual(b.Faults));
    }

    // The slow way: each alert, each firing, each page is asked one by one.
    [Property]
    [Process("P34")]
    public void Review_AnyHistory_CountsAsOneByOne(Shot[] shots)
    {
        var history = Shots.HistoryOf(shots);

        foreach (var review in AlertReviewReport.Of(history, 2025, 11).Alerts)
        {
            var (fired, paged, actionable, night, wrong) = (0, 0, 0, 0, 0);
            foreach (var firing in history.Firings.Where(f => f.Signal.Alert == review.Alert && f.Signal.FiredAt.Month == 11))
            {
                fired++;
                var pages = history.Pages.Where(page => page.Firing == firing.Id && page.Urgency == PageUrgency.High).ToList();
                if (pages.Count == 0)
                    continue;
                paged++;
                actionable += firing.IsActionable == true ? 1 : 0;
                wrong += firing.IsFalsePositive == true ? 1 : 0;
                night += pages[0].PagedAt.Hour is >= 22 or < 7 ? 1 : 0;
            }

            Assert.Equal(
                (fired, paged, actionable, night, wrong),
                (review.Fired, review.Paged, review.Actionable.Yes, review.NightPages, review.FalsePositives.Yes));
            Assert.All(
                [review.Actionable, review.Acknowledged, review.LeftToNextDay, review.FalsePositives],
                tally => Assert.Equal(paged, tally.Known + tally.Unknown));
            Assert.False(review.Advice == AlertAdviceKind.Delete && actionable > 0);
        }
    }

    // The slow way: pages are walked in order of time, and each is new unless its incident or firing was seen.
    [Property]
    [Process("P35")]
    public void Load_AnyHistory_IsThatOfAWalk(Shot[] shots)
    {
        var history = Shots.HistoryOf(shots);
        var report = PageLoadReport.Of(history);

        foreach (var person in (Responder[])[Alice, Bob])
        {
            HashSet<string> seen = [];
            var urgent = 0;
            foreach (var page in history.Pages.Where(page => page.Person == person && page.Urgency == PageUrgency.High))
            {
                var firing = history.Firings.FirstOrDefault(f => f.Id == page.Firing);
                if (seen.Add(firing?.Incident?.ToString() ?? firing?.Id ?? $"page {page.PagedAt.Ticks} {page.Firing}"))
                    urgent++;
            }

            Assert.Equal(urgent, report.Weeks.Where(week => week.Person == person).Sum(week => week.Pages));
        }

        Assert.All(report.Weeks, week => Assert.Equal((week.Pages >= 5, DayOfWeek.Monday), (week.IsOver, week.Week.DayOfWeek)));
    }

    // To page for everything misses nothing; to page for nothing spares all that needed nobody.
    [Property]
    [Process("P33")]
    public void BackTest_AnyHistory_HasItsTwoExtremes(Shot[] shots)
    {
        var history = Shots.HistoryOf(shots);
        var (all, none) = (PagingBackTest.Of(history, _ => PagingVerdict.Page), PagingBackTest.Of(history, _ => PagingVerdict.Nothing));

        Assert.Empty(all.Missed.Concat(all.Delayed).Concat(all.Spared).Concat(all.Unclear));
        Assert.Equal((history.Firings.Count, 0), (all.WouldPage, none.WouldPage));
        Assert.Equal(history.Firings.Count(firing => PagingBackTest.NeededSomebody(firing) == true), none.Missed.Count);
        Assert.Equal(
            all.DidPage,
            none.Spared.Count + none.Unclear.Count + none.Missed.Count(
                firing => history.Pages.Any(page => page.Firing == firing.Id && page.Urgency == PageUrgency.High)));
    }
}
