using System.Globalization;

namespace IncidentKit;

/// <summary>Reads policies from JSON documents as <see cref="IncidentPolicyJson"/> writes them. An absent key means the default.</summary>
/// <remarks>Thread-safe.</remarks>
public static class IncidentPolicyReader
{
    private const int FewestLevels = 2;
    private const int MostLevels = 9;

    /// <summary>Reads a policy.</summary>
    /// <param name="utf8">The text of the document.</param>
    /// <param name="source">What the document is called in messages, such as its file.</param>
    /// <exception cref="DocumentException">The text is no JSON or holds faults; all of them are named.</exception>
    public static IncidentPolicy Read(ReadOnlyMemory<byte> utf8, string source) => DocumentObject.Read(utf8, source, Read);

    private static IncidentPolicy Read(DocumentObject file)
    {
        file.AllowOnly(
            "name", "version", "provisionalLevel", "levels", "calendar", "rules", "clockTolerance", "reopenWithin", "earlyPeriod", "earlyPromise",
            "latePromise", "postMortemWithin", "publishOnBusinessDay", "publicPostMortemFrom", "usersExpectPostMortem");
        var defaults = IncidentPolicy.Default;
        var levels = ReadLevels(file) ?? defaults.Levels;
        var provisional = file.Whole("provisionalLevel", 1) ?? Math.Min(defaults.ProvisionalLevel, levels.Count);
        if (provisional > levels.Count)
            file.Fault("provisionalLevel", string.Create(CultureInfo.InvariantCulture, $"there is no level {provisional}: the policy has {levels.Count} levels"));
        return new IncidentPolicy
        {
            Name = file.Text("name", required: true) ?? "",
            Version = file.Whole("version", 1) ?? 1,
            Levels = levels,
            ProvisionalLevel = provisional,
            Calendar = file.Child("calendar") is { } calendar ? BusinessCalendarReader.Read(calendar) : defaults.Calendar,
            Enforcement = file.Child("rules") is { } rules ? ReadRules(rules) : defaults.Enforcement,
            ClockTolerance = file.Span("clockTolerance") ?? defaults.ClockTolerance,
            ReopenWithin = file.Span("reopenWithin") ?? defaults.ReopenWithin,
            EarlyPeriod = file.Span("earlyPeriod") ?? defaults.EarlyPeriod,
            EarlyPromise = file.Span("earlyPromise") ?? defaults.EarlyPromise,
            LatePromise = file.Span("latePromise") ?? defaults.LatePromise,
            PostMortemWithin = file.Span("postMortemWithin") ?? defaults.PostMortemWithin,
            PublishOnBusinessDay = file.Whole("publishOnBusinessDay", 1) ?? defaults.PublishOnBusinessDay,
            PublicPostMortemFrom = file.Span("publicPostMortemFrom") ?? defaults.PublicPostMortemFrom,
            UsersExpectPostMortem = file.Flag("usersExpectPostMortem") ?? defaults.UsersExpectPostMortem,
        };
    }

    private static List<SeverityLevel>? ReadLevels(DocumentObject file)
    {
        var rank = 0;
        var levels = file.List("levels", level => ReadLevel(level, ++rank));
        if (levels is null)
            return null;
        if (levels.Count is < FewestLevels or > MostLevels)
            file.Fault("levels", string.Create(CultureInfo.InvariantCulture, $"a policy has {FewestLevels} to {MostLevels} levels, and {levels.Count} were found"));
        foreach (var twice in levels.GroupBy(l => l.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            file.Fault("levels", $"two levels are called \"{twice.Key}\"");
        return levels.Count == 0 ? null : levels;
    }

    private static SeverityLevel ReadLevel(DocumentObject level, int rank)
    {
        level.AllowOnly(
            "name", "title", "impact", "examples", "response", "audience", "paging", "staffing", "staffWithin", "standUpWithin", "mitigateWithin",
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
            level.Fault("response", "is required: { \"within\": \"00:05:00\" }, { \"withinBusinessTime\": \"04:00:00\" } or { \"endOfNextBusinessDay\": true }");
            return default;
        }

        response.AllowOnly("within", "withinBusinessTime", "endOfNextBusinessDay");
        var (within, business, nextDay) = (response.Span("within"), response.Span("withinBusinessTime"), response.Flag("endOfNextBusinessDay") == true);
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
        if (detection is null || acknowledgement is null)
            deadline.Fault(null, "fromDetection and fromAcknowledgement are both required");
        return new TwoClockDeadline(detection ?? default, acknowledgement ?? default);
    }

    private static Dictionary<string, RuleEnforcement> ReadRules(DocumentObject rules)
    {
        var enforcement = new Dictionary<string, RuleEnforcement>(StringComparer.Ordinal);
        foreach (var id in rules.Keys.Distinct(StringComparer.Ordinal))
        {
            if (BuiltInRules.All.FirstOrDefault(r => r.Id == id) is not { } rule)
                rules.Fault(id, "there is no such rule");
            else if (rule.Subject == RuleSubject.Form)
                rules.Fault(id, "a rule of form is always enforced");
            else if (rules.OneOf(id, Words<RuleEnforcement>(), required: true) is { } word)
                enforcement[id] = word;
        }

        return enforcement;
    }

    internal static Dictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(IncidentPolicyJson.Word, StringComparer.Ordinal);
}
