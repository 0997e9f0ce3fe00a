namespace IncidentKit.Rotation;

/// <summary>
/// Sites around the world that share the on-call day (P46): whether somebody is always on duty, nobody outside working hours, and
/// which handoffs would make it so.
/// </summary>
/// <remarks>
/// Exact arithmetic of half-open intervals, to the tick. A local time that the clocks skip means the end of the gap; one that
/// they show twice means the first reading where a window starts, the last where it ends. Thread-safe.
/// </remarks>
public static class FollowTheSun
{
    /// <summary>
    /// Proves that at each instant of a period somebody is on duty, and nobody outside the working hours of the site, or
    /// finds every counterexample.
    /// </summary>
    /// <param name="sites">The sites; without stated duty a site is on duty throughout its working hours.</param>
    /// <param name="from">The first day of the period, from midnight UTC.</param>
    /// <param name="to">
    /// The day after the last one; the period ends at its midnight UTC. At most <see cref="CoverageReport.MostDays"/> days later.
    /// </param>
    /// <exception cref="FollowTheSunException">
    /// Sites or period have faults, such as an unknown time zone; all of them are named.
    /// </exception>
    /// <exception cref="OnCallSearchException">The schedule of a site changes too often without the end of a shift.</exception>
    public static CoverageReport Prove(IReadOnlyList<Site> sites, DateOnly from, DateOnly to)
    {
        var period = SiteCheck.PeriodOf(sites, from, to, isProposing: false);
        return SiteCoverage.Of([.. sites.Select(s => new SiteClock(s, period))], period);
    }

    /// <summary>
    /// Proposes when each site is on duty, so that the period is covered and everybody stays within working hours, or
    /// says which hours are missing.
    /// </summary>
    /// <remarks>
    /// There is a proposal exactly where the working hours of all sites together cover the period. It begins with these and takes
    /// away overlaps, by the hour and then by quarters of an hour, from whichever site has most, while the others cover what is
    /// taken. Handoffs keep their local time through the year; where the clocks of two sites drift apart, an overlap remains.
    /// Stated duty of the sites is not looked at.
    /// </remarks>
    /// <param name="sites">The sites with their working hours; none has a schedule of its own.</param>
    /// <param name="from">The first day of the period, from midnight UTC.</param>
    /// <param name="to">
    /// The day after the last one; the period ends at its midnight UTC. At most <see cref="CoverageReport.MostDays"/> days later.
    /// </param>
    /// <exception cref="FollowTheSunException">
    /// Sites or period have faults, such as an unknown time zone; all of them are named.
    /// </exception>
    public static DutyProposal Propose(IReadOnlyList<Site> sites, DateOnly from, DateOnly to)
    {
        var period = SiteCheck.PeriodOf(sites, from, to, isProposing: true);
        List<SiteClock> clocks = [.. sites.Select(s => new SiteClock(s.OnDuty([]), period))];
        var widest = SiteCoverage.Of(clocks, period);
        if (!widest.IsProved)
            return new DutyProposal([], widest);
        var proposed = new DutyTrimming(clocks, period).Trim();
        return new DutyProposal(proposed, SiteCoverage.Of([.. proposed.Select(s => new SiteClock(s, period))], period));
    }
}
