using IncidentKit.Rotation.Tests.Laws;

namespace IncidentKit.Rotation.Tests.Sites;

/// <summary>Walks a period minute by minute and asks each site whether it works and is on duty; shares no code with the library.</summary>
internal sealed class SlowSites
{
    private readonly List<(Site Site, List<(long From, long To)> Work, List<(long From, long To)> Duty)> _sites;
    private readonly (long From, long To) _period;
    private readonly int _year;

    public SlowSites(IReadOnlyList<Site> sites, DateOnly from, DateOnly to, int year)
    {
        (_period, _year) = ((from.ToDateTime(default).Ticks, to.ToDateTime(default).Ticks), year);
        _sites = [.. sites.Select(s => (s, Times(s, s.WorkingHours, s.TimeZone, isWork: true), s.Duty.Count == 0
            ? Times(s, s.WorkingHours, s.TimeZone, isWork: true)
            : Times(s, s.Duty, s.DutyTimeZone ?? s.TimeZone, isWork: false)))];
    }

    public List<string> Gaps => Runs(t => !_sites.Exists(s => OnDuty(s, t)));

    public List<string> HoursNobodyWorks => Runs(t => !_sites.Exists(s => Holds(s.Work, t) && !IsAway(s.Site, t)));

    public List<string> Outside(string site) =>
        _sites.Single(s => s.Site.Name == site) is var one ? Runs(t => OnDuty(one, t) && !Holds(one.Work, t)) : [];

    public bool IsOnDuty(string site, long t) => OnDuty(_sites.Single(s => s.Site.Name == site), t);

    public List<string> Changes => [.. _sites.SelectMany(s => new[] { s.Site.TimeZone, s.Site.DutyTimeZone ?? s.Site.TimeZone }
        .Distinct()
        .SelectMany(z => SlowZone.Of(TimeZoneInfo.FindSystemTimeZoneById(z), _year).Changes
            .Where(c => _period.From <= c && c < _period.To).Select(c => $"{s.Site.Name} {z} {new DateTime(c):O}")))
        .Order(StringComparer.Ordinal)];

    /// <summary>The minutes at which a site begins or ends to work or to be on duty, or its clocks change, and the start.</summary>
    public int IntervalCount
    {
        get
        {
            var changes = _sites.SelectMany(s => new[] { s.Site.TimeZone, s.Site.DutyTimeZone ?? s.Site.TimeZone })
                .SelectMany(z => SlowZone.Of(TimeZoneInfo.FindSystemTimeZoneById(z), _year).Changes)
                .ToHashSet();
            return 1 + Minutes().Skip(1).Count(t => changes.Contains(t) || _sites.Exists(s =>
                OnDuty(s, t) != OnDuty(s, t - TimeSpan.TicksPerMinute) || Holds(s.Work, t) != Holds(s.Work, t - TimeSpan.TicksPerMinute)));
        }
    }

    private IEnumerable<long> Minutes()
    {
        for (var t = _period.From; t < _period.To; t += TimeSpan.TicksPerMinute)
            yield return t;
    }

    private List<string> Runs(Func<long, bool> holds)
    {
        List<string> runs = [];
        long? since = null;
        foreach (var t in Minutes().Append(_period.To))
        {
            var isIn = t < _period.To && holds(t);
            if (isIn)
                since ??= t;
            else if (since is { } start)
            {
                runs.Add($"{new DateTime(start):yyyy-MM-dd'T'HH:mm:ss'Z'}/{new DateTime(t):yyyy-MM-dd'T'HH:mm:ss'Z'}");
                since = null;
            }
        }

        return runs;
    }

    private static bool OnDuty((Site Site, List<(long, long)> Work, List<(long, long)> Duty) site, long t) =>
        Holds(site.Duty, t) && !IsAway(site.Site, t);

    private static bool IsAway(Site site, long t) =>
        site.People.Count > 0
        && site.People.All(p => site.TimeOff.Any(o => o.Person.Id == p.Id && o.Time.Start.UtcTicks <= t && t < o.Time.End.UtcTicks));

    private static bool Holds(List<(long From, long To)> times, long t) => times.Exists(x => x.From <= t && t < x.To);

    private List<(long, long)> Times(Site site, IReadOnlyList<DutyWindow> windows, string zoneId, bool isWork)
    {
        var zone = SlowZone.Of(TimeZoneInfo.FindSystemTimeZoneById(zoneId), _year);
        List<(long, long)> times = [];
        for (var day = new DateTime(_period.From).AddDays(-12); day.Ticks < _period.To + (12 * TimeSpan.TicksPerDay); day = day.AddDays(1))
        {
            foreach (var window in windows.Where(w => Starts(w, day, site.Holidays.Contains(DateOnly.FromDateTime(day)), isWork)))
            {
                var end = (window.To > window.From ? day : day.AddDays(1)) + window.To.ToTimeSpan();
                times.Add((
                    zone.Utc((day + window.From.ToTimeSpan()).Ticks, RepeatedTime.First, SkippedTime.EndOfGap),
                    zone.Utc(end.Ticks, RepeatedTime.Last, SkippedTime.EndOfGap)));
            }
        }

        return times;
    }

    private static bool Starts(DutyWindow window, DateTime day, bool isHoliday, bool isWork)
    {
        if (window.Days.Count > 0 && !window.Days.Contains(day.DayOfWeek))
            return false;
        if (window.MonthDays.Count > 0
            && !window.MonthDays.Contains(day.Day)
            && !window.MonthDays.Contains(day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1))
        {
            return false;
        }

        return window.Holidays switch
        {
            HolidayRule.Only => isHoliday,
            HolidayRule.Except => !isHoliday,
            _ => !isHoliday || !isWork,
        };
    }
}
