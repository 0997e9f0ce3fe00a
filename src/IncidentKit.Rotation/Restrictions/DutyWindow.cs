namespace IncidentKit.Rotation;

/// <summary>A stretch of some days to which a layer is restricted. It belongs to the day on which it starts.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DutyWindow
{
    // Bits, so that asking whether it starts on a day costs next to nothing.
    private int _weekdays;
    private uint _fromStart;
    private uint _fromEnd;

    /// <summary>When it starts, local time; held.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>When it ends, local time; not held. Earlier than <see cref="From"/> means the next day, the same time 24 hours.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>The weekdays on which it starts.</summary>
    /// <value>Empty: every weekday.</value>
    public IReadOnlyList<DayOfWeek> Days
    {
        get;
        init => (field, _weekdays) = ([.. value.Distinct()], value.Aggregate(0, (bits, day) => bits | (1 << (int)day)));
    } = [];

    /// <summary>The days of the month on which it starts: 1 to 31, or −1 (the last day) to −31.</summary>
    /// <value>Empty: every day.</value>
    public IReadOnlyList<int> MonthDays
    {
        get;
        init
        {
            field = [.. value.Distinct()];
            _fromStart = field.Where(d => d > 0).Aggregate(0u, (bits, day) => bits | (1u << day));
            _fromEnd = field.Where(d => d < 0).Aggregate(0u, (bits, day) => bits | (1u << -day));
        }
    } = [];

    /// <summary>What the schedule's holidays mean for it.</summary>
    /// <value><see cref="HolidayRule.Ignored"/>.</value>
    public HolidayRule Holidays { get; init; }

    internal bool CrossesMidnight => To <= From;

    internal bool StartsOn(DateOnly date, bool isHoliday)
    {
        if (_weekdays != 0 && (_weekdays & (1 << (int)date.DayOfWeek)) == 0)
            return false;
        if ((_fromStart | _fromEnd) != 0
            && (_fromStart & (1u << date.Day)) == 0
            && (_fromEnd & (1u << (DateTime.DaysInMonth(date.Year, date.Month) - date.Day + 1))) == 0)
        {
            return false;
        }

        return Holidays == HolidayRule.Ignored || (Holidays == HolidayRule.Only) == isHoliday;
    }
}
