using System.Globalization;

namespace IncidentKit.Rotation;

/// <summary>Durations as ISO 8601 writes them, in weeks, days, hours, minutes and seconds; months and years have no fixed length.</summary>
internal static class Iso8601Duration
{
    private const string DateUnits = "WD";
    private const string TimeUnits = "HMS";

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 3 || text[0] != 'P')
            return false;
        var ticks = 0m;
        var (units, next, isTime) = (DateUnits, 0, false);
        for (text = text[1..]; !text.IsEmpty;)
        {
            if (text[0] == 'T')
            {
                if (isTime || text.Length == 1)
                    return false;
                (units, next, isTime) = (TimeUnits, 0, true);
                text = text[1..];
                continue;
            }

            var length = text.IndexOfAny(units);
            if (length is < 1 or > 12
                || !decimal.TryParse(text[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            var unit = units.IndexOf(text[length], StringComparison.Ordinal);
            if (unit < next)
                return false;
            ticks += number * TicksOf(text[length]);
            next = unit + 1;
            text = text[(length + 1)..];
        }

        if (ticks > long.MaxValue)
            return false;
        duration = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    public static string Format(TimeSpan duration)
    {
        var days = duration.Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{duration.Days}D") : "";
        var time = duration - TimeSpan.FromDays(duration.Days);
        if (time == TimeSpan.Zero)
            return $"P{days}";
        var seconds = (decimal)(time.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond;
        var text = (time.Hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{time.Hours}H") : "")
            + (time.Minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}M") : "")
            + (seconds > 0 ? seconds.ToString("0.#######", CultureInfo.InvariantCulture) + "S" : "");
        return $"P{days}T{text}";
    }

    private static long TicksOf(char unit) => unit switch
    {
        'W' => 7 * TimeSpan.TicksPerDay,
        'D' => TimeSpan.TicksPerDay,
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };
}
