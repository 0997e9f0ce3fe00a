using System.Globalization;

namespace IncidentKit.Rotation;

internal static class LocalTimeText
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] ClockForms = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>A time without an offset is read in a zone, at its first reading.</summary>
    public static bool TryReadInstant(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        if (Iso8601.TryParse(text, out instant))
            return true;
        if (!DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return false;
        instant = LocalTime.ToInstant(zone, local);
        return true;
    }

    public static DateTimeOffset? ReadInstant(DocumentObject item, string key, TimeZoneInfo zone, bool required = false)
    {
        if (item.Text(key, required) is not { } text)
            return null;
        if (TryReadInstant(text, zone, out var instant))
            return instant;
        Fault(item, key, text, "time", "2025-10-13T09:30 or 2025-10-13T04:00:00Z");
        return null;
    }

    /// <summary>An instant is read off the clocks of the zone.</summary>
    public static DateTime? ReadLocal(DocumentObject item, string key, TimeZoneInfo zone)
    {
        if (item.Text(key, required: true) is not { } text)
            return null;
        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return local;
        if (Iso8601.TryParse(text, out var instant))
            return LocalTime.FromInstant(zone, instant);
        Fault(item, key, text, "time", "2025-10-13T09:30");
        return null;
    }

    public static TimeOnly ReadClock(DocumentObject item, string key)
    {
        if (item.Text(key, required: true) is not { } text)
            return default;
        if (TimeOnly.TryParseExact(text, ClockForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return clock;
        Fault(item, key, text, "time of day", "09:30; the end of a day is 00:00");
        return default;
    }

    public static TimeSpan? ReadDuration(DocumentObject item, string key)
    {
        if (item.Text(key) is not { } text)
            return null;
        if (Iso8601Duration.TryParse(text, out var duration) && duration > TimeSpan.Zero)
            return duration;
        Fault(item, key, text, "duration above zero in weeks, days, hours, minutes and seconds", "PT8H or P7D");
        return null;
    }

    public static Interval ReadInterval(DocumentObject item, TimeZoneInfo zone)
    {
        var (from, to) = (ReadInstant(item, "from", zone, required: true), ReadInstant(item, "to", zone, required: true));
        if (from is not { } start || to is not { } end)
            return default;
        if (start <= end)
            return new Interval(start, end);
        item.Fault("to", "the end lies before the start: exchange from and to");
        return default;
    }

    public static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The values of a list of texts, with a fault at each text that is none.</summary>
    public static List<T> ReadEach<T>(DocumentObject item, string key, Func<string, T?> parse, string reason)
        where T : struct
    {
        List<T> values = [];
        foreach (var (i, text) in item.Texts(key).Index())
        {
            if (parse(text) is { } value)
                values.Add(value);
            else
                item.Fault($"{key}[{i}]", reason);
        }

        return values;
    }

    private static void Fault(DocumentObject item, string key, string text, string what, string example) =>
        item.Fault(key, $"\"{FaultLine.Short(text)}\" is no {what}: write it as {example}");
}
