using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentKit.Rotation;

/// <summary>Reports faults of form and of sense together.</summary>
internal static partial class ScheduleReader
{
    /// <summary>A longer file is a mistake or an attack.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    public static OnCallSchedule Read(Stream stream, string source)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        while (buffer.Length <= MostBytes && stream.Read(chunk) is var read and > 0)
            buffer.Write(chunk, 0, read);

        return Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), source);
    }

    public static OnCallSchedule Read(ReadOnlyMemory<byte> utf8, string source) =>
        utf8.Length > MostBytes ? throw TooLong(source) : DocumentObject.Read(utf8, source, Read);

    private static DocumentException TooLong(string source) =>
        new(source, [new DocumentFault("$", $"the document is longer than {MostBytes / (1024 * 1024)} MiB: split the schedule")]);

    private static OnCallSchedule Read(DocumentObject file)
    {
        file.AllowOnly("name", "timeZone", "layers", "overrides", "fixed", "timeOff", "holidays", "localTime");
        var zone = ReadZone(file, "timeZone", required: true) ?? TimeZoneInfo.Utc;
        var hasTooMany = file.Count("layers") > ScheduleCheck.MostLayers;
        if (hasTooMany)
        {
            file.Fault(
                "layers",
                $"there are {file.Count("layers")} layers, and {ScheduleCheck.MostLayers} are allowed: "
                    + "split the schedule, or take out layers that have ended");
        }

        List<int> overrides = [], periods = [];
        var definition = new ScheduleDefinition
        {
            Name = file.Text("name") is { Length: > 0 } name ? name : "schedule",
            TimeZone = zone,
            Layers = hasTooMany ? [] : file.List("layers", layer => LayerReader.Read(layer, zone)) ?? [],
            Overrides = Kept(file, "overrides", change => OverrideReader.Read(change, zone), overrides),
            FixedPeriods = Kept(file, "fixed", period => OverrideReader.ReadFixed(period, zone), periods),
            TimeOff = file.List("timeOff", away => OverrideReader.ReadTimeOff(away, zone)) ?? [],
            Holidays = LocalTimeText.ReadEach(file, "holidays", LocalTimeText.DateOf, "this is no date: write it as 2025-12-25"),
            LocalTime = file.Child("localTime") is { } policy ? ReadPolicy(policy) : LocalTimePolicy.Default,
        };
        if (!hasTooMany)
            Check(file, definition, overrides, periods);
        return new OnCallSchedule(
            file.IsSound && !hasTooMany ? definition : new ScheduleDefinition { Name = definition.Name, TimeZone = zone });
    }

    // An item whose form is at fault is left out; the others keep their places in the document.
    private static List<T> Kept<T>(DocumentObject file, string key, Func<DocumentObject, T?> read, List<int> kept)
        where T : class
    {
        var index = -1;
        return file.List(key, item =>
        {
            index++;
            var one = read(item);
            if (one is not null)
                kept.Add(index);
            return one;
        }) ?? [];
    }

    // What is said of a layer that could not be read would be said of the wrong one.
    private static void Check(DocumentObject file, ScheduleDefinition definition, List<int> overrides, List<int> periods)
    {
        if (definition.Layers.Count != file.Count("layers"))
            return;
        foreach (var fault in ScheduleCheck.FaultsOf(definition))
        {
            var isOfPeriod = fault.Place.StartsWith("fixed[", StringComparison.Ordinal);
            file.Fault(
                InDocument(fault.Place, overrides, periods),
                $"{(isOfPeriod ? InDocument(fault.Reason, overrides, periods) : fault.Reason)} {fault.Remedy}");
        }
    }

    private static string InDocument(string text, List<int> overrides, List<int> periods) => ItemPlace().Replace(text, place =>
    {
        var places = place.Groups[1].Value == "fixed" ? periods : overrides;
        var index = places[int.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture)];
        return $"{place.Groups[1].Value}[{index}]";
    });

    [GeneratedRegex(@"\b(overrides|fixed)\[([0-9]+)\]")]
    private static partial Regex ItemPlace();

    public static TimeZoneInfo? ReadZone(DocumentObject file, string key, bool required)
    {
        if (file.Text(key, required) is not { } id)
            return null;
        if (ZoneNames.Find(id) is { } zone)
            return zone;
        file.Fault(key, $"{ZoneNames.Reason(id)} {ZoneNames.Remedy}");
        return null;
    }

    private static LocalTimePolicy ReadPolicy(DocumentObject policy)
    {
        policy.AllowOnly("skipped", "handoffs", "starts", "ends");
        var defaults = LocalTimePolicy.Default;
        return new LocalTimePolicy
        {
            Skipped = policy.OneOf("skipped", ScheduleWords.All<SkippedTime>()) ?? defaults.Skipped,
            Handoffs = policy.OneOf("handoffs", ScheduleWords.All<RepeatedTime>()) ?? defaults.Handoffs,
            Starts = policy.OneOf("starts", ScheduleWords.All<RepeatedTime>()) ?? defaults.Starts,
            Ends = policy.OneOf("ends", ScheduleWords.All<RepeatedTime>()) ?? defaults.Ends,
        };
    }
}
