namespace IncidentKit.Rotation;

/// <summary>Sites around the world that share the on-call day (P46): proves that it is covered, or proposes handoffs.</summary>
/// <remarks>
/// Exact to the tick. A local time that the clocks skip means the end of the gap; one that they show twice means the first reading
/// where a window starts, the last where it ends. Thread-safe.
/// </remarks>
public static class FollowTheSun
{
    /// <summary>Proves that somebody is always on duty, and nobody outside working hours, or finds every counterexample.</summary>
    /// <param name="sites">The sites; without stated duty a site is on duty in its working hours.</param>
    /// <param name="from">The first day of the period, from midnight UTC.</param>
    /// <param name="to">
    /// The day after the last one; the period ends at its midnight UTC. At most <see cref="CoverageReport.MostDays"/> days later.
    /// </param>
    /// <exception cref="FollowTheSunException">Sites or period have faults; all of them are named.</exception>
    /// <exception cref="OnCallSearchException">The schedule of a site changes too often without the end of a shift.</exception>
    public static CoverageReport Prove(IReadOnlyList<Site> sites, DateOnly from, DateOnly to)
    {
        var period = SiteCheck.PeriodOf(sites, from, to, isProposing: false);
        return SiteCoverage.Of([.. sites.Select(s => new SiteClock(s, period))], period);
    }

    /// <summary>Proposes duty within working hours that covers the period, or says which hours are missing.</summary>
    /// <remarks>
    /// It begins with the working hours and takes away overlaps, by the hour and then by quarters of an hour, from whichever site has
    /// most. Handoffs keep their local time; where the clocks of two sites drift apart, an overlap remains. Stated duty is ignored,
    /// and a site with a schedule of its own is a fault.
    /// </remarks>
    /// <inheritdoc cref="Prove" path="/param|/exception[1]" />
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
