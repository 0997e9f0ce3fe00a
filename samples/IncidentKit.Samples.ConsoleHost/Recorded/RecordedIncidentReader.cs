using System.Text.Json;

namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>Reads a recorded incident and reports every fault of the file at once.</summary>
internal static class RecordedIncidentReader
{
    private const long LargestFile = 16 * 1024 * 1024;

    private static readonly Dictionary<string, int> Levels = new(StringComparer.Ordinal) { ["SEV1"] = 1, ["SEV2"] = 2, ["SEV3"] = 3, ["SEV4"] = 4 };
    private static readonly Dictionary<string, IncidentRole> RoleNames = Enum.GetValues<IncidentRole>().ToDictionary(role => role.ToString(), StringComparer.Ordinal);
    private static readonly Dictionary<string, ImpactKind> ImpactKinds = Words<ImpactKind>();
    private static readonly Dictionary<string, NoticedBy> NoticedByWords = Words<NoticedBy>();

    /// <exception cref="UnsoundFileException">The file cannot be read, is no JSON, or holds faults.</exception>
    public static RecordedIncident Read(string path)
    {
        List<Fault> faults = [];
        using var document = Parse(path);
        var incident = Read(new FaultyElement(document.RootElement, "$", faults));
        return faults.Count == 0 ? incident : throw new UnsoundFileException(path, faults);
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile } file)
                throw Unsound(path, "$", $"the file has {file.Length:N0} bytes; at most {LargestFile:N0} are read");
            return JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw Unsound(path, $"line {e.LineNumber + 1}", "the file is no JSON: " + e.Message.Split(" Path:")[0].Split(" LineNumber:")[0]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unsound(path, "$", "the file cannot be read: " + e.Message);
        }
    }

    private static UnsoundFileException Unsound(string path, string place, string reason) => new(path, [new Fault(place, reason)]);

    private static RecordedIncident Read(FaultyElement file)
    {
        var postMortem = file.Object("postMortem");
        return new RecordedIncident
        {
            Id = file.Text("id", required: true) ?? "",
            Title = file.Text("title", required: true) ?? "",
            Service = file.Text("service", required: true) ?? "",
            Date = file.Date("date", required: true) ?? default,
            Started = file.Time("started", required: true),
            Detected = file.Time("detected"),
            Declared = file.Time("declared"),
            Acknowledged = file.Time("acknowledged"),
            LevelSet = file.Time("levelSet"),
            ChannelOpened = file.Time("channelOpened"),
            CauseFound = file.Time("causeFound"),
            Mitigated = file.Time("mitigated"),
            Resolved = file.Time("resolved"),
            Escalated = file.Has("escalated") ? file.Time("escalated") : new RecordedTime(null, Never: true),
            Level = file.OneOf("severityGuess", Levels),
            CustomersAffected = file.Flag("customersAffected"),
            DataLost = file.Flag("dataLost"),
            FirstNoticedBy = file.OneOf("firstNoticedBy", NoticedByWords),
            Impact = file.Text("impact"),
            RootCause = file.Text("rootCause"),
            Roles = file.List("roles", ReadRole),
            Updates = file.List("updates", ReadUpdate),
            ImpactIntervals = file.List("impactIntervals", ReadImpact) ?? [],
            Recurrences = file.List("recurrences", ReadRecurrence) ?? [],
            Timeline = file.List("timeline", row => row.Text("what", required: true) is { } what ? new RecordedRow(row.Instant("at"), what) : null) ?? [],
            WentWell = file.Texts("wentWell"),
            WentPoorly = file.Texts("wentPoorly"),
            ActionItems = file.ListOf("actionItems", text => new RecordedItem(text, null, null, null), ReadItem) ?? [],
            PostMortemFixed = postMortem?.Time("fixed") ?? RecordedTime.Unknown,
            PostMortemHeld = postMortem?.Time("held") ?? RecordedTime.Unknown,
            PostMortemPublished = postMortem?.Time("published") ?? RecordedTime.Unknown,
        };
    }

    private static RecordedRole? ReadRole(FaultyElement role) =>
        role.OneOf("role", RoleNames, required: true) is { } name ? new RecordedRole(name, role.Text("person"), role.Instant("at")) : null;

    private static RecordedUpdate ReadUpdate(FaultyElement update)
    {
        var isPublic = update.Flag("public");
        if (!update.Has("public"))
            update.Fault("public", "is required: true for customers, false for stakeholders");
        var (at, next) = (update.Instant("at"), update.Instant("next"));
        if (next <= at)
            update.Fault("next", "the promised time is not after the update");
        return new RecordedUpdate(at, isPublic == true, next, update.Text("text"));
    }

    private static RecordedImpact? ReadImpact(FaultyElement interval)
    {
        var (from, to) = (interval.Instant("from"), interval.Instant("to"));
        if (to < from)
            interval.Fault("to", $"the interval ends at {Iso8601.Format(to.Value)}, before it begins at {Iso8601.Format(from.Value)}");
        return interval.OneOf("kind", ImpactKinds, required: true) is { } kind ? new RecordedImpact(kind, from, to, interval.Share("share")) : null;
    }

    private static RecordedRecurrence? ReadRecurrence(FaultyElement recurrence) =>
        recurrence.Instant("at", required: true) is { } at ? new RecordedRecurrence(at, recurrence.Time("mitigated")) : null;

    private static RecordedItem? ReadItem(FaultyElement item) =>
        item.Text("action", required: true) is { } action ? new RecordedItem(action, item.Text("owner"), item.Date("due"), item.Text("priority")) : null;

    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
}
