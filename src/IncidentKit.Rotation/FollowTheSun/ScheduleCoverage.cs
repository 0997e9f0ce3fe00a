namespace IncidentKit.Rotation;

internal static class ScheduleCoverage
{
    public static CoverageReport Of(OnCallSchedule schedule, Stretch period)
    {
        // The walk gives up after a number of changes, which bounds time and memory: it is told of no finds.
        var walk = new SegmentWalk(schedule.Clock, period.From);
        List<Stretch> empty = [];
        var intervals = 0;
        while (walk.Until < period.To && walk.MoveNext())
        {
            intervals++;
            if (walk.People.IsEmpty)
                empty.Add(new(walk.From, Math.Min(walk.Until, period.To)));
        }

        var gaps = Stretches.Union(empty);
        return new CoverageReport(
            period.ToInterval(),
            intervals,
            [
                .. gaps.Select(
                    g => new CoverageGap { Time = g.ToInterval(), Local = [LocalStretch.Of(schedule.Name, schedule.TimeZone, g)] }),
            ],
            outside: null,
            [.. SiteCoverage.ZonesOf(schedule).SelectMany(z => ClockChange.In(schedule.Name, z, period, gaps)).OrderBy(c => c.At)]);
    }
}
