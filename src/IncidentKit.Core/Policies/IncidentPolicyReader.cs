namespace IncidentKit;

/// <summary>Reads policies from JSON documents as <see cref="IncidentPolicyJson"/> writes them. An absent key means the default.</summary>
/// <remarks>Thread-safe.</remarks>
public static class IncidentPolicyReader
{
    /// <summary>Reads a policy.</summary>
    /// <param name="utf8">The text of the document.</param>
    /// <param name="source">What the document is called in messages, such as its file.</param>
    /// <exception cref="DocumentException">The text is no JSON or holds faults; all of them are named.</exception>
    public static IncidentPolicy Read(ReadOnlyMemory<byte> utf8, string source) =>
        DocumentObject.Read(utf8, source, file => Read(file, file.Text("name", required: true) ?? ""));

    /// <summary>Reads the policy <paramref name="name"/>; the faults are noted on <paramref name="file"/>.</summary>
    internal static IncidentPolicy Read(DocumentObject file, string name)
    {
        file.AllowOnly(
            "name", "version", "provisionalLevel", "levels", "classifier", "calendar", "rules",
            "clockTolerance", "detectWithin", "reopenWithin", "earlyPeriod", "earlyPromise",
            "latePromise", "relieveAfter", "postMortemWithin", "publishOnBusinessDay",
            "publicPostMortemFrom", "usersExpectPostMortem", "restrictOnExposure", "escalation");
        var defaults = IncidentPolicy.Default;
        var levels = ReadLevels(file) ?? defaults.Levels;
        var policy = new IncidentPolicy
        {
            Name = name,
            Version = file.Whole("version", 1) ?? 1,
            Levels = levels,
            ProvisionalLevel = file.Whole("provisionalLevel", 1) ?? Math.Min(defaults.ProvisionalLevel, levels.Count),
            Calendar = file.Child("calendar") is { } calendar ? BusinessCalendarReader.Read(calendar) : defaults.Calendar,
            Enforcement = file.Child("rules") is { } rules ? ReadRules(rules) : defaults.Enforcement,
            ClockTolerance = file.Span("clockTolerance") ?? defaults.ClockTolerance,
            DetectWithin = file.Span("detectWithin") ?? defaults.DetectWithin,
            ReopenWithin = file.Span("reopenWithin") ?? defaults.ReopenWithin,
            EarlyPeriod = file.Span("earlyPeriod") ?? defaults.EarlyPeriod,
            EarlyPromise = file.Span("earlyPromise") ?? defaults.EarlyPromise,
            LatePromise = file.Span("latePromise") ?? defaults.LatePromise,
            RelieveAfter = file.Span("relieveAfter") ?? defaults.RelieveAfter,
            PostMortemWithin = file.Span("postMortemWithin") ?? defaults.PostMortemWithin,
            PublishOnBusinessDay = file.Whole("publishOnBusinessDay", 1) ?? defaults.PublishOnBusinessDay,
            PublicPostMortemFrom = file.Span("publicPostMortemFrom") ?? defaults.PublicPostMortemFrom,
            UsersExpectPostMortem = file.Flag("usersExpectPostMortem") ?? defaults.UsersExpectPostMortem,
            RestrictOnExposure = file.Flag("restrictOnExposure") ?? defaults.RestrictOnExposure,
            Escalation = EscalationJson.Read(file),
        };
        policy = SeverityTableJson.Read(file, policy);
        var before = file.FaultCount;
        foreach (var fault in policy.Unsound)
            file.FaultUnlessRead(before, fault.Place, fault.Reason);
        return policy;
    }

    private static List<SeverityLevel>? ReadLevels(DocumentObject file)
    {
        var rank = 0;
        return file.List("levels", level => ReadLevel(level, ++rank));
    }

    private static SeverityLevel ReadLevel(DocumentObject level, int rank)
    {
        level.AllowOnly(
            "name", "title", "impact", "examples", "response", "audience", "paging",
            "staffing", "staffWithin", "standUpWithin", "mitigateWithin",
            "firstPublicUpdateWithin", "updateEvery", "postMortem", "watchFor");
        return new SeverityLevel
        {
            Rank = rank,
            Name = level.Text("name", required: true) ?? "",
            Title = level.Text("title") ?? "",
            Impact = level.Text("impact") ?? "",
            Examples = level.Texts("examples"),
            Response = ReadResponse(level),
            Audience = level.Texts("audience"),
            Paging = level.OneOf("paging", Words<PagingHours>()) ?? default,
            Staffing = level.OneOf("staffing", Words<Staffing>()) ?? default,
            StaffWithin = level.Span("staffWithin"),
            StandUpWithin = ReadDeadline(level, "standUpWithin"),
            MitigateWithin = ReadDeadline(level, "mitigateWithin"),
            FirstPublicUpdateWithin = level.Span("firstPublicUpdateWithin"),
            UpdateEvery = level.Span("updateEvery"),
            PostMortem = level.OneOf("postMortem", Words<PostMortemDemand>()) ?? default,
            WatchFor = level.Span("watchFor"),
        };
    }

    private static ResponseTarget ReadResponse(DocumentObject level)
    {
        if (level.Child("response") is not { } response)
        {
            level.Fault(
                "response",
                "is required: { \"within\": \"00:05:00\" }, { \"withinBusinessTime\": "
                    + "\"04:00:00\" } or { \"endOfNextBusinessDay\": true }");
            return default;
        }

        response.AllowOnly("within", "withinBusinessTime", "endOfNextBusinessDay");
        var within = response.Span("within");
        var business = response.Span("withinBusinessTime");
        var nextDay = response.Flag("endOfNextBusinessDay") == true;
        if (response.Keys.Count() != 1)
            response.Fault(null, "exactly one of within, withinBusinessTime and endOfNextBusinessDay is expected");
        return within is { } time ? ResponseTarget.Within(time)
            : business is { } hours ? ResponseTarget.WithinBusinessTime(hours)
            : nextDay ? ResponseTarget.EndOfNextBusinessDay
            : default;
    }

    private static TwoClockDeadline? ReadDeadline(DocumentObject level, string key)
    {
        if (level.Child(key) is not { } deadline)
            return null;
        deadline.AllowOnly("fromDetection", "fromAcknowledgement");
        var (detection, acknowledgement) = (deadline.Span("fromDetection"), deadline.Span("fromAcknowledgement"));
        if (detection is { } since && acknowledgement is { } after)
            return new TwoClockDeadline(since, after);
        deadline.Fault(null, "fromDetection and fromAcknowledgement are both required");
        return null;
    }

    private static Dictionary<string, RuleEnforcement> ReadRules(DocumentObject rules)
    {
        var enforcement = new Dictionary<string, RuleEnforcement>(StringComparer.Ordinal);
        foreach (var key in rules.Keys.Distinct(StringComparer.Ordinal))
        {
            var id = rules.Known(key, BuiltInRules.All.Select(rule => rule.Id));
            if (rules.OneOf(key, Words<RuleEnforcement>(), required: true) is { } word)
                enforcement[id] = word;
        }

        return enforcement;
    }

    internal static Dictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(IncidentPolicyJson.Word, StringComparer.Ordinal);
}
