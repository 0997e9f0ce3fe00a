namespace IncidentKit.Rotation;

/// <summary>Makes a window shorter at one of its ends.</summary>
internal static class WindowTrim
{
    /// <summary>
    /// The shorter window; null where nothing would be left, or where its start would pass into a day that
    /// its rules do not speak of.
    /// </summary>
    public static DutyWindow? Of(DutyWindow window, bool isStart, TimeSpan step, bool canPassMidnight)
    {
        var length = window.To == window.From ? TimeSpan.FromDays(1) : window.To - window.From;
        if (length <= step)
            return null;
        var (from, passed) = (window.From, 0);
        if (isStart)
            from = from.Add(step, out passed);
        // A window belongs to the day on which it starts: once that is the next day, its weekdays move too. Dates cannot.
        if (passed > 0 && (!canPassMidnight || window.MonthDays.Count > 0))
            return null;
        return new DutyWindow
        {
            From = from,
            To = isStart ? window.To : window.To.Add(-step),
            Days = [.. window.Days.Select(d => (DayOfWeek)(((int)d + passed) % 7))],
            MonthDays = window.MonthDays,
            Holidays = window.Holidays,
        };
    }
}
