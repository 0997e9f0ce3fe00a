using System.Collections.Frozen;

namespace IncidentKit.Rotation;

/// <summary>Which turns are on duty in a layer at an instant, and how long that stays so.</summary>
internal sealed class LayerClock
{
    private readonly ZoneClock _zone;
    private readonly LocalTimePolicy _policy;
    private readonly WindowClock? _windows;
    private readonly long _start;
    private readonly long _end;
    private readonly OnCallPeople[] _entries;
    private readonly long _firstActive;
    private readonly bool _isSameEachTurn;
    private readonly bool _hasEmptyEntry;

    public LayerClock(OnCallLayer layer, TimeZoneInfo scheduleZone, FrozenSet<DateOnly> holidays, LocalTimePolicy policy)
    {
        (Layer, Zone, _policy) = (layer, layer.TimeZone ?? scheduleZone, policy);
        _zone = ZoneClock.Of(Zone);
        (_start, _end) = (layer.Start?.UtcTicks ?? long.MinValue, layer.End?.UtcTicks ?? long.MaxValue);
        _entries = [.. layer.Roster.Entries];
        _hasEmptyEntry = Array.Exists(_entries, e => e.IsEmpty);
        _isSameEachTurn = layer.Grid?.DutyLength is null && _entries.All(e => e.Equals(_entries[0]));
        if (layer.Grid is { Advance: TurnAdvance.Turn } grid)
            Turns = new TurnClock(grid, _zone, policy);
        if (layer.Windows.Count > 0)
            _windows = new WindowClock(layer.Windows, holidays, _zone, policy);
        if (layer.Grid is not { Advance: TurnAdvance.ActiveDay } active)
            return;
        // Without a window every day is active, and belongs to its turn from midnight to midnight.
        _windows ??= new WindowClock(
            [new DutyWindow { From = default, To = default }],
            holidays,
            _zone,
            policy with { Starts = policy.Handoffs, Ends = policy.Handoffs });
        _firstActive = _windows.Days.CountBefore(active.StartDate.DayNumber);
    }

    public OnCallLayer Layer { get; }

    public TimeZoneInfo Zone { get; }

    public TurnClock? Turns { get; }

    public WindowClock? Windows => _windows;

    public bool CountsActiveDays => Layer.Grid is { Advance: TurnAdvance.ActiveDay };

    public bool NeverApplies => _end <= _start;

    public bool AppliesAt(long instant) => _start <= instant && instant < _end;

    public (long Start, long End) Bounds => (_start, _end);

    public LayerSpan At(long instant)
    {
        var span = new LayerSpan();
        if (NeverApplies)
            return span;
        if (instant < _start)
            span.Until = _start;
        else if (instant >= _end)
            span.From = _end;
        else
            Fill(ref span, instant);
        return span;
    }

    public OnCallPeople EntryOf(long turn) => _entries[IndexOf(turn)];

    public int IndexOf(long turn)
    {
        if (Layer.Grid is not { } grid)
            return 0;
        var index = (int)((turn + grid.First) % _entries.Length);
        return index < 0 ? index + _entries.Length : index;
    }

    public bool HasPeople(in LayerSpan span)
    {
        if (!_hasEmptyEntry)
            return span.Count > 0;
        foreach (var turn in span.Turns[..span.Count])
        {
            if (!EntryOf(turn).IsEmpty)
                return true;
        }

        return false;
    }

    /// <summary>One window of the layer by itself.</summary>
    public WindowClock ClockOf(DutyWindow window, ScheduleDefinition schedule) =>
        new([window], schedule.Holidays.ToFrozenSet(), _zone, _policy);

    /// <summary><see cref="long.MinValue"/> or <see cref="long.MaxValue"/> where the handoff lies outside of the calendar.</summary>
    public long HandoffOf(long turn) => Turns is not null ? Turns.HandoffOf(turn)
        // Moved out of a gap, which is a day long at most, the start of one day may pass that of the next.
        : _policy.Skipped != SkippedTime.EndOfGap ? Math.Min(ActiveHandoffOf(turn), ActiveHandoffOf(turn + 1)) : ActiveHandoffOf(turn);

    public long TurnOfDay(int day)
    {
        var (turn, rest) = Math.DivRem(_windows!.Days.CountBefore(day) - _firstActive, Layer.Grid!.Length);
        return rest < 0 ? turn - 1 : turn;
    }

    /// <summary>The first active day of a turn, or null where the calendar has none.</summary>
    public int? FirstDayOf(long turn) => _windows!.Days.DayAfter((turn * Layer.Grid!.Length) + _firstActive);

    private void Fill(ref LayerSpan span, long instant)
    {
        span.Narrow(_start, _end);
        long turn = 0;
        if (Turns is not null)
        {
            turn = Turns.TurnAt(instant, out var from, out var until);
            // A handoff from somebody to the same is no change: one person for ever is followed in one step.
            if (!_isSameEachTurn)
                span.Narrow(from, until);
            if (Layer.Grid!.DutyLength is { } duty && !IsOnDuty(ref span, Turns.LocalOf(turn), duty, instant))
                return;
        }

        if (_windows is null)
        {
            span.Add(turn);
            return;
        }

        var windows = _windows.At(instant);
        span.Narrow(windows.From, windows.Until);
        if (CountsActiveDays)
            FillActive(ref span, windows, instant);
        else if (windows.Held != 0)
            span.Add(turn);
    }

    private void FillActive(ref LayerSpan span, WindowsAt windows, long instant)
    {
        for (var held = windows.Held; held != 0; held &= held - 1)
        {
            var turn = TurnOfDay(windows.FirstDay + System.Numerics.BitOperations.TrailingZeroCount(held));
            if (Layer.Grid!.DutyLength is not { } duty
                || StartOfActive(turn) is not { } start
                || IsOnDuty(ref span, start.Local, duty, instant))
            {
                span.Add(turn);
            }
        }
    }

    private bool IsOnDuty(ref LayerSpan span, long handoff, TimeSpan duty, long instant)
    {
        // A turn that began before the calendar is on duty no longer than one that begins with it.
        var start = Math.Max(handoff, 0);
        if (start > DateTime.MaxValue.Ticks - duty.Ticks)
            return true;
        var end = _zone.ToInstant(start + duty.Ticks, _policy.Ends, _policy.Skipped);
        if (instant >= end)
            span.Narrow(end, long.MaxValue);
        else
            span.Narrow(long.MinValue, end);
        return instant < end;
    }

    private long ActiveHandoffOf(long turn) => StartOfActive(turn) is { } start ? start.Instant : turn < 0 ? long.MinValue : long.MaxValue;

    private (long Local, long Instant)? StartOfActive(long turn) => FirstDayOf(turn) is { } day ? _windows!.StartOf(day) : null;
}
