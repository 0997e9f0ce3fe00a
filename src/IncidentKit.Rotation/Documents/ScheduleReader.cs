using System.Globalization;

namespace IncidentKit.Rotation;

/// <summary>Reads schedules from JSON. Faults of form and of sense are reported together.</summary>
internal static class ScheduleReader
{
    /// <summary>No schedule of people is longer; a longer file is a mistake or an attack.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    public static OnCallSchedule Read(Stream stream, string source)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        while (stream.Read(chunk) is var read and > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MostBytes)
                throw TooLong(source);
        }

        var text = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return Read(text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text, source);
    }

    public static OnCallSchedule Read(ReadOnlyMemory<byte> utf8, string source) =>
        utf8.Length > MostBytes ? throw TooLong(source) : DocumentObject.Read(utf8, source, Read);

    private static DocumentException TooLong(string source) =>
        new(source, [new DocumentFault("$", string.Create(CultureInfo.InvariantCulture, $"the document is longer than {MostBytes / (1024 * 1024)} MiB: split the schedule"))]);

    private static OnCallSchedule Read(DocumentObject file)
    {
        file.AllowOnly("name", "timeZone", "layers", "overrides", "fixed", "timeOff", "holidays", "localTime");
        var zone = ReadZone(file, "timeZone", required: true) ?? TimeZoneInfo.Utc;
        var hasTooMany = file.Count("layers") > ScheduleCheck.MostLayers;
        if (hasTooMany)
            file.Fault("layers", string.Create(CultureInfo.InvariantCulture, $"there are {file.Count("layers")} layers, and {ScheduleCheck.MostLayers} are allowed: split the schedule"));
        var definition = new ScheduleDefinition
        {
            Name = file.Text("name") is { Length: > 0 } name ? name : "schedule",
            TimeZone = zone,
            Layers = hasTooMany ? [] : file.List("layers", layer => LayerReader.Read(layer, zone)) ?? [],
            Overrides = file.List("overrides", change => OverrideReader.Read(change, zone)) ?? [],
            FixedPeriods = file.List("fixed", period => OverrideReader.ReadFixed(period, zone)) ?? [],
            TimeOff = file.List("timeOff", away => OverrideReader.ReadTimeOff(away, zone)) ?? [],
            Holidays = ReadDates(file),
            LocalTime = file.Child("localTime") is { } policy ? ReadPolicy(policy) : LocalTimePolicy.Default,
        };
        if (!hasTooMany)
            Check(file, definition);
        return new OnCallSchedule(file.IsSound && !hasTooMany ? definition : new ScheduleDefinition { Name = definition.Name, TimeZone = zone });
    }

    // Indices are those of the document only while nothing was left out of a list.
    private static void Check(DocumentObject file, ScheduleDefinition definition)
    {
        if (definition.Layers.Count != file.Count("layers") || definition.Overrides.Count != file.Count("overrides") || definition.FixedPeriods.Count != file.Count("fixed"))
            return;
        foreach (var fault in ScheduleCheck.FaultsOf(definition))
            file.Fault(fault.Place, $"{fault.Reason} {fault.Remedy}");
    }

    public static TimeZoneInfo? ReadZone(DocumentObject file, string key, bool required)
    {
        if (file.Text(key, required) is not { } id)
            return null;
        if (ZoneNames.Find(id) is { } zone)
            return zone;
        file.Fault(key, $"{ZoneNames.Reason(id)} {ZoneNames.Remedy}");
        return null;
    }

    private static List<DateOnly> ReadDates(DocumentObject file)
    {
        List<DateOnly> dates = [];
        var texts = file.Texts("holidays");
        for (var i = 0; i < texts.Count; i++)
        {
            if (DateOnly.TryParseExact(texts[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                dates.Add(date);
            else
                file.Fault($"holidays[{i}]", "this is no date: write it as 2025-12-25");
        }

        return dates;
    }

    private static LocalTimePolicy ReadPolicy(DocumentObject policy)
    {
        policy.AllowOnly("skipped", "handoffs", "starts", "ends");
        var defaults = LocalTimePolicy.Default;
        return new LocalTimePolicy
        {
            Skipped = policy.OneOf("skipped", ScheduleWords.Skipped) ?? defaults.Skipped,
            Handoffs = policy.OneOf("handoffs", ScheduleWords.Repeated) ?? defaults.Handoffs,
            Starts = policy.OneOf("starts", ScheduleWords.Repeated) ?? defaults.Starts,
            Ends = policy.OneOf("ends", ScheduleWords.Repeated) ?? defaults.Ends,
        };
    }
}
