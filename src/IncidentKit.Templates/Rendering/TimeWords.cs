using System.Globalization;

namespace IncidentKit.Templates;

internal static class TimeWords
{
    /// <summary>Such as "18 November 2025, 14:21 UTC".</summary>
    public static string? Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Such as "14:21 UTC" where the reader knows the day from <paramref name="seenFrom"/>, else with the day.</summary>
    public static string? Instant(DateTimeOffset instant, DateTimeOffset? seenFrom) =>
        seenFrom?.UtcDateTime.Date == instant.UtcDateTime.Date
            ? instant.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : Instant(instant);

    /// <summary>Such as "from 14:21 to 15:05 UTC on 18 November 2025".</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to) => from.UtcDateTime.Date == to.UtcDateTime.Date
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"from {from.UtcDateTime:HH:mm} to {to.UtcDateTime:HH:mm} UTC on {from.UtcDateTime:d MMMM yyyy}")
        : $"from {Instant(from)}, to {Instant(to)}";

    /// <summary>The instant within a sentence: "at 14:55 UTC" on the day of another, else "on 1 February 2017 at 17:00 UTC".</summary>
    public static string When(DateTimeOffset instant, DateTimeOffset? seenFrom) => instant.UtcDateTime.Date == seenFrom?.UtcDateTime.Date
        ? instant.UtcDateTime.ToString("'at' HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : instant.UtcDateTime.ToString("'on' d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Such as "18 November 2025".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as "17 hours 30 minutes".</summary>
    public static string Duration(TimeSpan duration)
    {
        var minutes = (long)duration.TotalMinutes;
        return minutes < 1 ? "less than a minute"
            : minutes < 60 ? Count(minutes, "minute")
            : minutes % 60 == 0 ? Count(minutes / 60, "hour")
            : $"{Count(minutes / 60, "hour")} {Count(minutes % 60, "minute")}";
    }

    /// <summary>Such as "1 minute" or "2 minutes".</summary>
    public static string Count(long number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
