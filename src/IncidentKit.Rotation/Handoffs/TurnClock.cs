namespace IncidentKit.Rotation;

/// <summary>
/// From the number of a turn to its handoff and back, in ticks; <see cref="long.MinValue"/> and <see cref="long.MaxValue"/> lie outside
/// of the calendar.
/// </summary>
internal sealed class TurnClock
{
    private const long MostMonths = 12 * 10_000;

    private static readonly long MaxTicks = DateTime.MaxValue.Ticks;

    private readonly ZoneClock _zone;
    private readonly LocalTimePolicy _policy;
    private readonly TurnUnit _unit;
    private readonly long _length;
    private readonly long _origin;
    private readonly long _period;
    private readonly long _first;
    private readonly long _last;
    private readonly int _lookAhead;

    public TurnClock(TurnGrid grid, ZoneClock zone, LocalTimePolicy policy)
    {
        (_zone, _policy, _unit, _length) = (zone, policy, grid.Unit, grid.Length);
        _origin = OriginOf(grid).Ticks;
        _period = (long)Int128.Min((Int128)_length * UnitOf(grid), MaxTicks + 1);
        // The turns just outside of the calendar, on both sides: those further out are as far out.
        (_first, _last) = (-(_origin / _period) - 1, ((MaxTicks - _origin) / _period) + 1);
        // Moved out of a gap, which is a day long at most, a short turn's handoff may pass those of the following turns.
        _lookAhead = policy.Skipped != SkippedTime.EndOfGap && grid.Unit == TurnUnit.Hourly ? 24 / grid.Length : 0;
    }

    public long LocalOf(long turn)
    {
        if (_unit == TurnUnit.Monthly)
            return LocalOfMonths(Math.Clamp(turn, -MostMonths, MostMonths) * _length);
        var local = (Math.Clamp(turn, _first, _last) * _period) + _origin;
        return local < 0 ? long.MinValue : local > MaxTicks ? long.MaxValue : local;
    }

    /// <summary>Never later than the handoff of the next turn.</summary>
    public long HandoffOf(long turn)
    {
        var handoff = InstantOf(turn);
        for (var next = 1; next <= _lookAhead; next++)
            handoff = Math.Min(handoff, InstantOf(turn + next));
        return handoff;
    }

    /// <summary>The last turn whose handoff is at or before an instant, with its handoff and the next one.</summary>
    public long TurnAt(long instant, out long from, out long until)
    {
        var turn = GuessAt(_zone.ToLocal(instant));
        from = HandoffOf(turn);
        until = HandoffOf(turn + 1);
        while (until <= instant)
            (turn, from, until) = (turn + 1, until, HandoffOf(turn + 2));
        while (from > instant)
            (turn, from, until) = (turn - 1, HandoffOf(turn - 1), from);
        return turn;
    }

    private static DateTime OriginOf(TurnGrid grid) => grid switch
    {
        { Align: GridAlignment.Calendar, Unit: TurnUnit.Weekly } => grid.StartDate.ToDateTime(default)
            .AddDays(-Math.Min(grid.StartDate.DayNumber, (grid.StartDate.DayOfWeek - grid.WeekStart + 7) % 7)),
        { Align: GridAlignment.Calendar, Unit: TurnUnit.Monthly } => new DateTime(grid.StartDate.Year, grid.StartDate.Month, 1),
        _ => grid.StartDate.ToDateTime(grid.StartTime),
    };

    private static long UnitOf(TurnGrid grid) => grid.Unit switch
    {
        TurnUnit.Hourly => TimeSpan.TicksPerHour,
        TurnUnit.Daily => TimeSpan.TicksPerDay,
        _ => 7 * TimeSpan.TicksPerDay,
    };

    private long InstantOf(long turn)
    {
        var local = LocalOf(turn);
        return local is long.MinValue or long.MaxValue ? local : _zone.ToInstant(local, _policy.Handoffs, _policy.Skipped);
    }

    // Right but for what the clocks jumped, and for one turn before the origin; the caller mends that.
    private long GuessAt(long local) =>
        _unit == TurnUnit.Monthly ? (MonthsOf(local) - MonthsOf(_origin)) / _length : (local - _origin) / _period;

    private static long MonthsOf(long local)
    {
        var date = new DateTime(local);
        return (date.Year * 12L) + date.Month - 1;
    }

    // Each month is counted from the origin, so that a shorter one on the way shortens no later one.
    private long LocalOfMonths(long ahead)
    {
        var months = ahead + MonthsOf(_origin);
        if (months < 12)
            return long.MinValue;
        if (months >= MostMonths)
            return long.MaxValue;
        var (year, month) = ((int)(months / 12), (int)(months % 12) + 1);
        var origin = new DateTime(_origin);
        return new DateTime(year, month, Math.Min(origin.Day, DateTime.DaysInMonth(year, month))).Ticks + origin.TimeOfDay.Ticks;
    }
}
