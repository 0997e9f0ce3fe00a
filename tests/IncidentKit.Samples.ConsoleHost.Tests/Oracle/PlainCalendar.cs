namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>Monday to Friday, 09:00 to 17:00 UTC, no holidays, found by walking from day to day.</summary>
internal static class PlainCalendar
{
    public static DateTimeOffset AddHours(DateTimeOffset from, TimeSpan hours)
    {
        var left = hours;
        for (var day = Midnight(from); ; day = day.AddDays(1))
        {
            var (open, close) = (day.AddHours(9) > from ? day.AddHours(9) : from, day.AddHours(17));
            if (!IsBusinessDay(day) || close <= open)
                continue;
            if (left <= close - open)
                return open + left;
            left -= close - open;
        }
    }

    /// <summary>The end of the n-th business day after the day of an instant.</summary>
    public static DateTimeOffset EndOfBusinessDayAfter(DateTimeOffset from, int count)
    {
        var day = Midnight(from);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsBusinessDay(day))
                count--;
        }

        return day.AddHours(17);
    }

    public static bool IsBusinessDay(DateTimeOffset at) => at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateTimeOffset Midnight(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);
}
