using FsCheck.Xunit;
using IncidentKit.Rotation.Tests.Laws;

namespace IncidentKit.Rotation.Tests.Sites;

/// <summary>What holds of any sites, in zones whose clocks change.</summary>
[Process("P46")]
[Properties(MaxTest = 120, EndSize = int.MaxValue)]
public sealed class FollowTheSunLaws
{
    [Property]
    public void Prove_AnySites_FindsWhatTheSlowWalkerFinds(int seed, bool isGenerous)
    {
        var random = new RandomSites(seed, isGenerous);
        var slow = new SlowSites(random.Sites, random.From, random.To, random.Year);
        var report = FollowTheSun.Prove(random.Sites, random.From, random.To);

        Assert.Equal(slow.Gaps, report.Gaps.Select(g => g.Time.ToString()));
        Assert.All(
            random.Sites,
            s => Assert.Equal(slow.Outside(s.Name), report.OutsideHours.Where(o => o.Site == s.Name).Select(o => o.Time.ToString())));
        Assert.Equal(
            slow.Changes,
            report.ClockChanges.Select(c => $"{c.Name} {c.TimeZone} {c.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(slow.IntervalCount, report.IntervalCount);
        Assert.Equal(report.Gaps.Count + report.OutsideHours.Count == 0, report.IsProved);
        Assert.All(
            report.ClockChanges,
            c => Assert.Equal(
                report.Gaps.Select(g => g.Time)
                    .Concat(report.OutsideHours.Select(o => o.Time))
                    .Count(t => t.Start < c.At.AddDays(1) && c.At.AddDays(-1) < t.End),
                c.Counterexamples));
    }

    [Property]
    public void Prove_AnyGap_NamesItsNeighboursInTheirLocalTimes(int seed)
    {
        var random = new RandomSites(seed, isGenerous: false);
        var slow = new SlowSites(random.Sites, random.From, random.To, random.Year);
        var report = FollowTheSun.Prove(random.Sites, random.From, random.To);
        foreach (var gap in report.Gaps)
        {
            if (gap.Time.Start > report.Period.Start)
                Assert.True(slow.IsOnDuty(gap.Before!, gap.Time.Start.UtcTicks - 1));
            if (gap.Time.End < report.Period.End)
                Assert.True(slow.IsOnDuty(gap.After!, gap.Time.End.UtcTicks));
            Assert.Equal(new[] { gap.Before, gap.After }.OfType<string>().Distinct(), gap.Local.Select(l => l.Name));
        }

        foreach (var (time, local) in report.Gaps.SelectMany(g => g.Local.Select(l => (g.Time, l)))
            .Concat(report.OutsideHours.Select(o => (o.Time, o.Local))))
        {
            var zone = SlowZone.Of(
                TimeZoneInfo.FindSystemTimeZoneById(random.Sites.Single(s => s.Name == local.Name).TimeZone),
                random.Year);
            Assert.Equal((time.Start, zone.Local(time.Start.UtcTicks)), (local.Start, local.Start.Ticks));
            Assert.Equal((time.End, zone.Local(time.End.UtcTicks)), (local.End, local.End.Ticks));
        }
    }

    [Property]
    public void Prove_AnyCounterexamples_ArePatternsThatCountEachOnce(int seed, bool isGenerous)
    {
        var random = new RandomSites(seed, isGenerous);
        var report = FollowTheSun.Prove(random.Sites, random.From, random.To);

        Assert.Equal(report.Gaps.Count, report.GapPatterns.Sum(p => p.Count));
        Assert.Equal(report.OutsideHours.Count, report.OutsidePatterns.Sum(p => p.Count));
        Assert.All(report.GapPatterns, p => Assert.True(p.First.Start <= p.Last.Start && (p.Count == 1) == (p.First == p.Last)));
        Assert.Equal(report.GapPatterns.Select(p => p.Hours).Distinct(), report.GapPatterns.Select(p => p.Hours));
    }

    [Property]
    public void Propose_AnySites_IsProvedOrSaysExactlyWhichHoursNobodyWorks(int seed)
    {
        var random = new RandomSites(seed, isGenerous: true);
        var missing = new SlowSites(random.Sites, random.From, random.To, random.Year).HoursNobodyWorks;
        var proposal = FollowTheSun.Propose(random.Sites, random.From, random.To);

        Assert.Equal(missing.Count == 0, proposal.IsPossible);
        Assert.Equal(missing, proposal.Report.Gaps.Select(g => g.Time.ToString()));
        if (!proposal.IsPossible)
            return;
        Assert.True(proposal.Report.IsProved);
        var slow = new SlowSites(proposal.Sites, random.From, random.To, random.Year);
        Assert.Empty(slow.Gaps);
        Assert.All(proposal.Sites, s => Assert.Empty(slow.Outside(s.Name)));
    }

    [Property]
    public void Propose_WherePossible_LeavesNoQuarterHourThatOthersCover(int seed)
    {
        var random = new RandomSites(seed, isGenerous: true);
        var proposal = FollowTheSun.Propose(random.Sites, random.From, random.To);
        for (var site = 0; site < proposal.Sites.Count; site++)
        {
            for (var window = 0; window < proposal.Sites[site].Duty.Count; window++)
            {
                var shorter = proposal.Sites[site].Duty.ToArray();
                var whole = shorter[window];
                if (whole.To != whole.From && whole.To - whole.From <= TimeSpan.FromMinutes(15))
                    continue;
                shorter[window] = new DutyWindow
                {
                    From = whole.From,
                    To = whole.To.AddMinutes(-15),
                    Days = whole.Days,
                    MonthDays = whole.MonthDays,
                    Holidays = whole.Holidays,
                };
                var sites = proposal.Sites.ToArray();
                sites[site] = sites[site].OnDuty(shorter);
                // Windows of a day and the days beside it may cover for each other; the builder does not count on that.
                Assert.True(
                    !FollowTheSun.Prove(sites, random.From, random.To).IsProved || whole.To == whole.From || OverlapsItself(whole),
                    $"{sites[site].Name} {whole.From} to {whole.To}");
            }
        }
    }

    [Property(MaxTest = 100)]
    public void Of_AnySchedule_HasTheGapsOfTheSchedule(int seed)
    {
        var random = new RandomSchedule(seed);
        var schedule = new OnCallSchedule(random.Definition);
        var report = CoverageReport.Of(schedule, random.From, random.To);

        Assert.Equal(schedule.Gaps(random.From, random.To), report.Gaps.Select(g => g.Time));
        Assert.Equal(!schedule.Gaps(random.From, random.To).Any(), report.IsProved);
        Assert.Equal(Interval.Union(schedule.Gaps(random.From, random.To)), report.Uncovered);
    }

    // On a day on which clocks go back or a date is skipped.
    private static bool OverlapsItself(DutyWindow window) => window.To - window.From > TimeSpan.FromHours(20);
}
