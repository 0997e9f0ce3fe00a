using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentKit.Rotation;

/// <summary>ISO 8601 durations in weeks, days, hours, minutes and seconds; months and years have no fixed length.</summary>
internal static partial class Iso8601Duration
{
    private static readonly long[] Units =
    [
        7 * TimeSpan.TicksPerDay, TimeSpan.TicksPerDay, TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond,
    ];

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var form = Form.Match(text);
        var ticks = 0m;
        for (var unit = 0; unit < Units.Length; unit++)
        {
            var number = 0m;
            if (form.Groups[unit + 1] is { Success: true } written
                && !decimal.TryParse(written.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
            {
                return false;
            }

            ticks += number * Units[unit];
        }

        if (!form.Success || ticks > long.MaxValue)
            return false;
        duration = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    public static string Format(TimeSpan duration)
    {
        var clock = Part(duration.Hours, 'H')
            + Part(duration.Minutes, 'M')
            + Part((decimal)(duration.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond, 'S');
        return "P" + Part(duration.Days, 'D') + (clock.Length > 0 ? "T" + clock : "");

        static string Part(decimal number, char unit) =>
            number > 0 ? number.ToString("0.#######", CultureInfo.InvariantCulture) + unit : "";
    }

    [GeneratedRegex(
        @"^P(?=.)(?:([0-9.]{1,12})W)?(?:([0-9.]{1,12})D)?"
            + @"(?:T(?=.)(?:([0-9.]{1,12})H)?(?:([0-9.]{1,12})M)?(?:([0-9.]{1,12})S)?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
