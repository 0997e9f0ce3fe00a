namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>Reads a recorded incident and reports every fault of the file at once.</summary>
internal static class RecordedIncidentReader
{
    private static readonly Dictionary<string, int> Levels =
        new(StringComparer.Ordinal) { ["SEV1"] = 1, ["SEV2"] = 2, ["SEV3"] = 3, ["SEV4"] = 4 };
    private static readonly Dictionary<string, IncidentRole> RoleNames =
        Enum.GetValues<IncidentRole>().ToDictionary(role => role.ToString(), StringComparer.Ordinal);
    private static readonly Dictionary<string, ImpactKind> ImpactKinds = Words<ImpactKind>();
    private static readonly Dictionary<string, NoticedBy> NoticedByWords = Words<NoticedBy>();

    /// <exception cref="DocumentException">The file cannot be read, is no JSON, or holds faults.</exception>
    public static RecordedIncident Read(string path) => DocumentObject.Read(InputFile.Read(path), path, file => Read(path, file));

    private static RecordedIncident Read(string path, DocumentObject file)
    {
        var unread = new UnreadKeys();
        unread.Note(
            file, "id", "title", "service", "date", "started", "detected", "declared", "acknowledged",
            "levelSet", "channelOpened", "causeFound", "mitigated", "resolved", "escalated",
            "severityGuess", "customersAffected", "dataLost", "firstNoticedBy", "impact", "rootCause",
            "roles", "updates", "impactIntervals", "recurrences", "timeline", "wentWell",
            "wentPoorly", "actionItems", "postMortem", "source", "notes");
        var postMortem = file.Child("postMortem");
        if (postMortem is not null)
            unread.Note(postMortem, "fixed", "held", "published");
        return new RecordedIncident
        {
            File = path,
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
            Roles = file.List("roles", item => ReadRole(item, unread)),
            Updates = file.List("updates", item => ReadUpdate(item, unread)),
            ImpactIntervals = file.List("impactIntervals", item => ReadImpact(item, unread)) ?? [],
            Recurrences = file.List("recurrences", item => ReadRecurrence(item, unread)) ?? [],
            Timeline = file.List("timeline", item => ReadRow(item, unread)) ?? [],
            WentWell = file.Texts("wentWell"),
            WentPoorly = file.Texts("wentPoorly"),
            ActionItems = file.ListOf(
                "actionItems",
                text => new RecordedItem(text, null, null, null, IsText: true),
                item => ReadItem(item, unread)) ?? [],
            PostMortemFixed = postMortem?.Time("fixed") ?? RecordedTime.Unknown,
            PostMortemHeld = postMortem?.Time("held") ?? RecordedTime.Unknown,
            PostMortemPublished = postMortem?.Time("published") ?? RecordedTime.Unknown,
            NotRead = unread.Places,
        };
    }

    // Each reader reads all keys before it gives up, so that no fault hides another.
    private static RecordedRow? ReadRow(DocumentObject row, UnreadKeys unread)
    {
        unread.Note(row, "at", "what");
        var (at, what) = (row.Instant("at"), row.Text("what", required: true));
        return what is null ? null : new RecordedRow(at, what);
    }

    private static RecordedRole? ReadRole(DocumentObject role, UnreadKeys unread)
    {
        unread.Note(role, "role", "person", "at");
        var (name, person, at) = (role.OneOf("role", RoleNames, required: true), role.Text("person"), role.Instant("at"));
        // The library takes no names with characters that steer a terminal.
        return name is { } known ? new RecordedRole(known, person is null ? null : FaultLine.Of(person), at) : null;
    }

    private static RecordedUpdate ReadUpdate(DocumentObject update, UnreadKeys unread)
    {
        unread.Note(update, "at", "public", "next", "text");
        var isPublic = update.Flag("public");
        if (!update.Has("public"))
            update.Fault("public", "is required: true for customers, false for stakeholders");
        var (at, next) = (update.Instant("at"), update.Instant("next"));
        if (next <= at)
            update.Fault("next", "the promised time is not after the update");
        return new RecordedUpdate(at, isPublic == true, next, update.Text("text"));
    }

    private static RecordedImpact? ReadImpact(DocumentObject interval, UnreadKeys unread)
    {
        unread.Note(interval, "kind", "from", "to", "share");
        var (from, to) = (interval.Instant("from"), interval.Instant("to"));
        if (to < from)
            interval.Fault("to", $"the interval ends at {Iso8601.Format(to.Value)}, before it begins at {Iso8601.Format(from.Value)}");
        var (kind, share) = (interval.OneOf("kind", ImpactKinds, required: true), interval.Share("share"));
        return kind is { } known ? new RecordedImpact(known, from, to, share) : null;
    }

    private static RecordedRecurrence? ReadRecurrence(DocumentObject recurrence, UnreadKeys unread)
    {
        unread.Note(recurrence, "at", "mitigated");
        var (at, mitigated) = (recurrence.Instant("at", required: true), recurrence.Time("mitigated"));
        return at is { } known ? new RecordedRecurrence(known, mitigated) : null;
    }

    private static RecordedItem? ReadItem(DocumentObject item, UnreadKeys unread)
    {
        unread.Note(item, "action", "owner", "due", "priority");
        var action = item.Text("action", required: true);
        var owner = item.Text("owner");
        var due = item.Date("due");
        var priority = item.Text("priority");
        return action is null ? null : new RecordedItem(action, owner, due, priority, IsText: false);
    }

    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>()
            .ToDictionary(value => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..], StringComparer.Ordinal);
}
