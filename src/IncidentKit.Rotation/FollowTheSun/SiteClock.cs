using System.Collections.Frozen;

namespace IncidentKit.Rotation;

/// <summary>What a site's hours mean as instants, around a period.</summary>
internal sealed class SiteClock
{
    // A week and a day on both sides, so that the neighbours of a gap at the edge of the period are known, and every
    // window that reaches into it.
    private const long Margin = 8 * TimeSpan.TicksPerDay;

    private readonly FrozenSet<DateOnly> _holidays;
    private readonly Stretch _range;

    public SiteClock(Site site, Stretch period)
    {
        (Site, _range, _holidays) = (site, period.Widened(Margin), site.Holidays.ToFrozenSet());
        Zone = ZoneOf(site.TimeZone);
        DutyZone = site.DutyTimeZone is { } id ? ZoneOf(id) : Zone;
        Working = Stretches.Union(site.WorkingHours.SelectMany(OfWork));
        Away = AwayOf(site);
        Shifts = site.Schedule is { } schedule ? ShiftsOf(schedule, _range) : [(null, DutyOf(site))];
        Duty = Stretches.Union(Shifts.SelectMany(s => s.Time));
    }

    public Site Site { get; }

    public TimeZoneInfo Zone { get; }

    public TimeZoneInfo DutyZone { get; }

    public IReadOnlyList<Stretch> Working { get; }

    /// <summary>When all of its named people are away.</summary>
    public IReadOnlyList<Stretch> Away { get; }

    /// <summary>When each person is on duty; the person is null without a schedule.</summary>
    public IReadOnlyList<(Responder? Person, List<Stretch> Time)> Shifts { get; }

    public IReadOnlyList<Stretch> Duty { get; }

    public IEnumerable<Stretch> OfWork(DutyWindow window) =>
        Occurrences(window, Zone, isHoliday => !isHoliday || window.Holidays == HolidayRule.Only);

    private List<Stretch> DutyOf(Site site) =>
        Stretches.Except(
            site.Duty.Count == 0 ? Working : Stretches.Union(site.Duty.SelectMany(w => Occurrences(w, DutyZone, _ => true))),
            Away);

    private IEnumerable<Stretch> Occurrences(DutyWindow window, TimeZoneInfo zone, Func<bool, bool> isAllowed)
    {
        var clock = ZoneClock.Of(zone);
        var first = (int)(clock.ToLocal(_range.From) / TimeSpan.TicksPerDay);
        var last = (int)(clock.ToLocal(_range.To) / TimeSpan.TicksPerDay);
        for (var day = first; day <= last; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            var isHoliday = _holidays.Contains(date);
            if (!window.StartsOn(date, isHoliday) || !isAllowed(isHoliday))
                continue;
            var end = ((window.CrossesMidnight ? day + 1 : day) * TimeSpan.TicksPerDay) + window.To.Ticks;
            yield return new Stretch(
                clock.ToUtc(date.ToDateTime(window.From).Ticks, RepeatedTime.First, SkippedTime.EndOfGap),
                clock.ToUtc(Math.Min(end, DateTime.MaxValue.Ticks), RepeatedTime.Last, SkippedTime.EndOfGap));
        }
    }

    private List<Stretch> AwayOf(Site site)
    {
        if (site.People.Count == 0)
            return [];
        return site.People
            .Select(person => Stretches.Union(site.TimeOff.Where(t => t.Person == person).Select(t => Stretch.Of(t.Time))))
            .Aggregate((List<Stretch>)[_range], Stretches.Common);
    }

    private static List<(Responder?, List<Stretch>)> ShiftsOf(OnCallSchedule schedule, Stretch range)
    {
        var time = range.ToInterval();
        return [.. schedule.ClippedShifts(time.Start, time.End).GroupBy(s => s.Person)
            .OrderBy(g => g.Key.Id, StringComparer.Ordinal)
            .Select(g => ((Responder?)g.Key, Stretches.Union(g.Select(RestStretches.Of))))];
    }

    private static TimeZoneInfo ZoneOf(string id) => ZoneNames.Find(id)!;
}
