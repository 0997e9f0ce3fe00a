using System.Globalization;

namespace IncidentKit.Rotation;

/// <summary>Reads the times of the JSON form: instants with an offset or local times, clocks, durations.</summary>
internal static class LocalTimeText
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] ClockForms = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>A time without an offset is read in a zone, at its first reading.</summary>
    public static DateTimeOffset? InstantOf(string text, TimeZoneInfo zone) =>
        Iso8601.TryParse(text, out var instant) ? instant : LocalOf(text) is { } local ? LocalTime.ToInstant(zone, local) : null;

    public static DateTimeOffset? ReadInstant(DocumentObject item, string key, TimeZoneInfo zone, bool required = false) =>
        Read(item, key, required, text => InstantOf(text, zone), "time", "2025-10-13T09:30 or 2025-10-13T04:00:00Z");

    /// <summary>An instant is read off the clocks of the zone.</summary>
    public static DateTime? ReadLocal(DocumentObject item, string key, TimeZoneInfo zone) => Read(
        item,
        key,
        required: true,
        text => LocalOf(text) ?? (Iso8601.TryParse(text, out var instant) ? LocalTime.FromInstant(zone, instant) : null),
        "time",
        "2025-10-13T09:30");

    public static TimeOnly ReadClock(DocumentObject item, string key) =>
        Read(item, key, required: true, ClockOf, "time of day", "09:30; the end of a day is 00:00") ?? default;

    public static TimeSpan? ReadDuration(DocumentObject item, string key) => Read(
        item,
        key,
        required: false,
        text => Iso8601Duration.TryParse(text, out var duration) && duration > TimeSpan.Zero ? duration : (TimeSpan?)null,
        "duration above zero in weeks, days, hours, minutes and seconds",
        "PT8H or P7D");

    public static Interval ReadInterval(DocumentObject item, TimeZoneInfo zone)
    {
        var (from, to) = (ReadInstant(item, "from", zone, required: true), ReadInstant(item, "to", zone, required: true));
        if (from <= to)
            return new Interval(from.Value, to.Value);
        if (from > to)
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

    private static T? Read<T>(DocumentObject item, string key, bool required, Func<string, T?> parse, string what, string example)
        where T : struct
    {
        if (item.Text(key, required) is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;
        item.Fault(key, $"\"{FaultLine.Short(text)}\" is no {what}: write it as {example}");
        return null;
    }

    private static DateTime? LocalOf(string text) =>
        DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    private static TimeOnly? ClockOf(string text) =>
        TimeOnly.TryParseExact(text, ClockForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock : null;
}
