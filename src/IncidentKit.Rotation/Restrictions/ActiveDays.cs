using System.Collections.Frozen;
using System.Numerics;

namespace IncidentKit.Rotation;

/// <summary>
/// Counts the days on which a window starts in constant time: months of one length and first weekday look alike, and the calendar repeats
/// each 400 years.
/// </summary>
internal sealed class ActiveDays
{
    private const int CycleMonths = 400 * 12;

    private readonly IReadOnlyList<DutyWindow> _windows;
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly uint[] _patterns = new uint[4 * 7];
    private readonly Lazy<int[]> _before;
    private readonly int[] _special;
    private readonly int[] _specialSum;

    public ActiveDays(IReadOnlyList<DutyWindow> windows, FrozenSet<DateOnly> holidays)
    {
        (_windows, _holidays) = (windows, holidays);
        for (var pattern = 0; pattern < _patterns.Length; pattern++)
            _patterns[pattern] = PatternOf(28 + (pattern / 7), (DayOfWeek)(pattern % 7));
        _before = new Lazy<int[]>(CountMonths);
        var special = holidays
            .Select(d => (Day: d.DayNumber, Change: Convert.ToInt32(IsActive(d, true)) - Convert.ToInt32(IsActive(d, false))))
            .Where(s => s.Change != 0)
            .OrderBy(s => s.Day)
            .ToList();
        _special = [.. special.Select(s => s.Day)];
        _specialSum = new int[special.Count + 1];
        for (var i = 0; i < special.Count; i++)
            _specialSum[i + 1] = _specialSum[i] + special[i].Change;
    }

    public bool IsActive(DateOnly date) => IsActive(date, _holidays.Contains(date));

    /// <summary>How many active days lie before a day.</summary>
    public long CountBefore(int dayNumber)
    {
        var overflow = dayNumber > DateOnly.MaxValue.DayNumber;
        var date = overflow ? DateOnly.MaxValue : DateOnly.FromDayNumber(dayNumber);
        var (cycle, year) = Math.DivRem(date.Year - 1, 400);
        var inMonth = PatternOf(date) & ((1u << (date.Day - 1)) - 1);
        var holidays = Array.BinarySearch(_special, dayNumber);
        var count = ((long)cycle * _before.Value[CycleMonths])
            + _before.Value[(year * 12) + date.Month - 1]
            + BitOperations.PopCount(inMonth)
            + _specialSum[holidays < 0 ? ~holidays : holidays];
        return overflow && IsActive(date, false) ? count + 1 : count;
    }

    /// <summary>The active day before which <paramref name="count"/> others lie, or null where there is none.</summary>
    public int? DayAfter(long count)
    {
        var (low, high) = (0, DateOnly.MaxValue.DayNumber + 1);
        if (count < 0 || CountBefore(high) <= count)
            return null;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (CountBefore(middle) <= count)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    private bool IsActive(DateOnly date, bool isHoliday) => _windows.Any(w => w.StartsOn(date, isHoliday));

    private uint PatternOf(DateOnly date)
    {
        var first = ((int)date.DayOfWeek - (date.Day - 1) + 35) % 7;
        return _patterns[((DateTime.DaysInMonth(date.Year, date.Month) - 28) * 7) + first];
    }

    private uint PatternOf(int length, DayOfWeek first)
    {
        var example = ExampleOf(length, first);
        var pattern = 0u;
        for (var day = 0; day < length; day++)
            pattern |= IsActive(example.AddDays(day), false) ? 1u << day : 0;
        return pattern;
    }

    private static DateOnly ExampleOf(int length, DayOfWeek first)
    {
        var month = new DateOnly(2000, 1, 1);
        while (DateTime.DaysInMonth(month.Year, month.Month) != length || month.DayOfWeek != first)
            month = month.AddMonths(1);
        return month;
    }

    private int[] CountMonths()
    {
        var before = new int[CycleMonths + 1];
        for (var month = 0; month < CycleMonths; month++)
            before[month + 1] = before[month] + BitOperations.PopCount(PatternOf(new DateOnly(1 + (month / 12), 1 + (month % 12), 1)));
        return before;
    }
}
