using System.Collections.Frozen;

namespace IncidentKit.Rotation;

internal sealed class WindowClock
{
    private readonly ZoneClock _zone;
    private readonly LocalTimePolicy _policy;
    private readonly DutyWindow[] _windows;
    private readonly ActiveDays _days;
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly int _back;
    private readonly int _ahead;

    public WindowClock(IReadOnlyList<DutyWindow> windows, FrozenSet<DateOnly> holidays, ZoneClock zone, LocalTimePolicy policy)
    {
        (_windows, _holidays, _zone, _policy) = ([.. windows], holidays, zone, policy);
        _days = new ActiveDays(_windows, holidays);
        // A clock that jumps by a day, or a time that is moved out of a gap, brings windows of further days into reach.
        (_back, _ahead) = policy.Skipped == SkippedTime.EndOfGap ? (2, 1) : (3, 3);
    }

    public ActiveDays Days => _days;

    public WindowsAt At(long instant)
    {
        var steady = _zone.IsSteady(instant, out var offset);
        var today = (int)(_zone.ToLocal(instant) / TimeSpan.TicksPerDay);
        var firstDay = Math.Max(today - (steady ? 1 : _back), 0);
        var lastDay = Math.Min(today + (steady ? 1 : _ahead), DateOnly.MaxValue.DayNumber);
        var held = 0;
        var from = firstDay == 0 ? long.MinValue : Math.Min(instant, MidnightOf(today, steady, offset));
        var until = lastDay == DateOnly.MaxValue.DayNumber ? long.MaxValue : MidnightOf(today + 2, steady, offset);
        for (var day = firstDay; day <= lastDay; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            var isHoliday = _holidays.Contains(date);
            foreach (var window in _windows)
            {
                if (!window.StartsOn(date, isHoliday))
                    continue;
                var (start, end) = TimeOf(window, day, steady, offset);
                if (end <= start)
                    continue;
                if (start <= instant && instant < end)
                    held |= 1 << (day - firstDay);
                Narrow(start, instant, ref from, ref until);
                Narrow(end, instant, ref from, ref until);
            }
        }

        return new WindowsAt(firstDay, held, from, Math.Max(until, instant + 1));
    }

    public IEnumerable<DutyWindow> HoldingOn(int day, long instant) =>
        StartingOn(day).Where(w => TimeOf(w, day, false, 0) is var (start, end) && start <= instant && instant < end);

    /// <summary>When the first window of an active day starts: local time, and instant.</summary>
    public (long Local, long Instant) StartOf(int day)
    {
        var local = (day * TimeSpan.TicksPerDay) + StartingOn(day).Min(w => w.From.Ticks);
        return (local, _zone.ToInstant(local, _policy.Starts, _policy.Skipped));
    }

    private IEnumerable<DutyWindow> StartingOn(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        var isHoliday = _holidays.Contains(date);
        return _windows.Where(w => w.StartsOn(date, isHoliday));
    }

    private static void Narrow(long boundary, long instant, ref long from, ref long until)
    {
        if (boundary <= instant)
            from = Math.Max(from, boundary);
        else
            until = Math.Min(until, boundary);
    }

    private (long Start, long End) TimeOf(DutyWindow window, int day, bool steady, long offset)
    {
        var start = (day * TimeSpan.TicksPerDay) + window.From.Ticks;
        var end = ((window.CrossesMidnight ? day + 1 : day) * TimeSpan.TicksPerDay) + window.To.Ticks;
        return steady
            ? (start - offset, end - offset)
            : (_zone.ToInstant(start, _policy.Starts, _policy.Skipped), _zone.ToInstant(end, _policy.Ends, _policy.Skipped));
    }

    // What was not looked at starts or ended beyond this; a time moved out of a gap may come a day early.
    private long MidnightOf(int day, bool steady, long offset)
    {
        var local = Math.Min(day * TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks);
        return steady ? local - offset : _zone.ToUtc(local, RepeatedTime.First, SkippedTime.EndOfGap);
    }
}
