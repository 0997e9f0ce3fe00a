namespace IncidentKit.Rotation;

internal static class SiteCoverage
{
    private static readonly Comparer<Stretch> ByStart = Comparer<Stretch>.Create((a, b) => a.From.CompareTo(b.From));

    public static CoverageReport Of(IReadOnlyList<SiteClock> sites, Stretch period)
    {
        var gaps = Stretches.Except([period], Stretches.Union(sites.SelectMany(s => s.Duty)));
        var outside = (from site in sites
                       from shift in site.Shifts
                       from stretch in Stretches.Common(Stretches.Except(shift.Time, site.Working), [period])
                       orderby stretch.From
                       select (Site: site, shift.Person, Time: stretch)).ToList();
        List<Stretch> wrong = [.. gaps, .. outside.Select(o => o.Time)];
        var changes = (from site in sites
                       from zone in ((TimeZoneInfo[])[site.Zone, site.DutyZone, .. ZonesOf(site.Site.Schedule)]).DistinctBy(z => z.Id)
                       from change in ClockChange.In(site.Site.Name, zone, period, wrong)
                       orderby change.At
                       select change).ToList();
        var duties = outside.Select(o => new DutyOutsideHours
        {
            Time = o.Time.ToInterval(),
            Site = o.Site.Site.Name,
            Person = o.Person,
            Local = LocalStretch.Of(o.Site.Site.Name, o.Site.Zone, o.Time),
        });
        return new CoverageReport(
            period.ToInterval(), IntervalsOf(sites, period, changes), [.. gaps.Select(g => GapOf(sites, g))], [.. duties], changes);
    }

    public static IEnumerable<TimeZoneInfo> ZonesOf(OnCallSchedule? schedule) =>
        schedule is null
            ? []
            : schedule.Layers.Select(l => l.TimeZone ?? schedule.TimeZone).DefaultIfEmpty(schedule.TimeZone).DistinctBy(z => z.Id);

    private static CoverageGap GapOf(IReadOnlyList<SiteClock> sites, Stretch gap)
    {
        SiteClock? before = null, after = null;
        var (latest, earliest) = (long.MinValue, long.MaxValue);
        foreach (var site in sites)
        {
            var duty = (List<Stretch>)site.Duty;
            var next = duty.BinarySearch(gap, ByStart);
            next = next < 0 ? ~next : next;
            if (next > 0 && duty[next - 1].To > latest)
                (before, latest) = (site, duty[next - 1].To);
            if (next < duty.Count && duty[next].From < earliest)
                (after, earliest) = (site, duty[next].From);
        }

        return new CoverageGap
        {
            Time = gap.ToInterval(),
            Before = before?.Site.Name,
            After = after?.Site.Name,
            Local = [.. new[] { before, after }.OfType<SiteClock>().Distinct().Select(s => LocalStretch.Of(s.Site.Name, s.Zone, gap))],
        };
    }

    private static int IntervalsOf(IReadOnlyList<SiteClock> sites, Stretch period, List<ClockChange> changes)
    {
        var stretches = sites.SelectMany(s => s.Shifts.SelectMany(shift => shift.Time).Concat(s.Working));
        var edges = stretches.SelectMany(s => new[] { s.From, s.To }).Concat(changes.Select(c => c.At.UtcTicks));
        return edges.Where(e => period.From < e && e < period.To).Distinct().Count() + 1;
    }
}
