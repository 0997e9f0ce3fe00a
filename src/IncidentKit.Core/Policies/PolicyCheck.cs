namespace IncidentKit;

/// <summary>Finds everything that is wrong with a policy, whether it was made in code or read.</summary>
internal static class PolicyCheck
{
    private const int FewestLevels = 2;
    private const int MostLevels = 9;
    private const int MostBusinessDays = 100;

    // A week may hold a single minute of business time: more would have the calendar search for centuries.
    private static readonly TimeSpan MostBusinessTime = TimeSpan.FromHours(400);

    /// <summary>The times that a level asks for.</summary>
    public static IReadOnlyList<(string Key, Func<SeverityLevel, TimeSpan?> Of)> Spans { get; } =
    [
        ("staffWithin", l => l.StaffWithin),
        ("firstPublicUpdateWithin", l => l.FirstPublicUpdateWithin),
        ("updateEvery", l => l.UpdateEvery),
        ("watchFor", l => l.WatchFor),
        ("standUpWithin.fromDetection", l => l.StandUpWithin?.FromDetection),
        ("standUpWithin.fromAcknowledgement", l => l.StandUpWithin?.FromAcknowledgement),
        ("mitigateWithin.fromDetection", l => l.MitigateWithin?.FromDetection),
        ("mitigateWithin.fromAcknowledgement", l => l.MitigateWithin?.FromAcknowledgement),
    ];

    public static IReadOnlyList<PolicyFault> FaultsOf(IncidentPolicy policy)
    {
        List<PolicyFault> faults = [];
        CheckHead(policy, Add);
        // What is not there cannot be looked at further.
        if (!(AreThere("levels", policy.Levels, Add) & AreThere("rules", policy.Rules, Add)
            & AreThere("obligations", policy.Obligations, Add)))
        {
            return faults;
        }

        CheckLevels(policy.Levels, Add);
        if (policy.Classifier is { } table)
            new SeverityTableCheck(table, policy.Levels.Count, Add).Run();
        CheckTimes(policy, Add);
        EscalationCheck.Run(policy.Escalation, Add);
        CheckRules(policy, Add);
        foreach (var bare in policy.Obligations.Where(o => o.IsCustom && o.Name.IndexOfAny(['.', ':', '-', '/']) <= 0))
            Add("obligations", $"\"{bare.Name}\" has no prefix: give a host's own obligation a name such as \"acme.{bare.Name}\"");
        foreach (var twice in policy.Obligations.GroupBy(o => o.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Add("obligations", $"two obligations are called \"{twice.Key}\"");
        return faults;

        void Add(string place, string reason) => faults.Add(new PolicyFault(place, reason));
    }

    private static void CheckHead(IncidentPolicy policy, Action<string, string> add)
    {
        if (string.IsNullOrWhiteSpace(policy.Name))
            add("name", "the name is blank");
        else if (policy.Name.Any(char.IsControl))
            add("name", "the name holds a control character");
        if (policy.Version < 1)
            add("version", Invariant($"{policy.Version} is no version: versions count from 1"));
        if (policy.Calendar is null)
            add("calendar", "is required");
    }

    /// <summary>Whether a list and everything in it is there; says so where not.</summary>
    internal static bool AreThere<T>(string place, IReadOnlyList<T>? list, Action<string, string> add)
        where T : class
    {
        if (list is null)
            add(place, "is required");
        for (var i = 0; i < list?.Count; i++)
        {
            if (list[i] is null)
                add(Invariant($"{place}[{i}]"), "is null: leave it out");
        }

        return list?.All(item => item is not null) == true;
    }

    internal static void CheckWord<T>(string place, T word, Action<string, string> add)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(word))
            add(place, $"{word} is not one of {string.Join(", ", Enum.GetNames<T>())}");
    }

    private static void CheckLevels(IReadOnlyList<SeverityLevel> levels, Action<string, string> add)
    {
        if (levels.Count is < FewestLevels or > MostLevels)
            add("levels", Invariant($"a policy has {FewestLevels} to {MostLevels} levels, and {levels.Count} were found"));
        foreach (var twice in levels.GroupBy(l => l.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            add("levels", $"two levels are called \"{twice.Key}\"");
        // Levels beyond the last one that is allowed are one fault, whatever they say.
        for (var i = 0; i < Math.Min(levels.Count, MostLevels); i++)
            CheckLevel(levels[i], i + 1, (key, reason) => add(Invariant($"levels[{i}].{key}"), reason));
    }

    private static void CheckLevel(SeverityLevel level, int rank, Action<string, string> add)
    {
        if (level.Rank != rank)
            add("rank", Invariant($"the level has rank {level.Rank}; in its place it has rank {rank}, the most severe being 1"));
        if (string.IsNullOrWhiteSpace(level.Name))
            add("name", "the name is blank");
        if (level.Response == default)
            add("response", "is required: say how soon a person is to acknowledge");
        if (level.Response.Clock == ResponseClock.Elapsed && level.Response != default)
            CheckSpan("response", level.Response.Time, add);
        if (level.Response.Clock == ResponseClock.BusinessTime && level.Response.Time > MostBusinessTime)
            add("response", Invariant($"at most {MostBusinessTime.TotalHours:0} hours of business time are expected"));
        CheckWord("paging", level.Paging, add);
        CheckWord("staffing", level.Staffing, add);
        CheckWord("postMortem", level.PostMortem, add);
        if (level.Audience?.Any(string.IsNullOrWhiteSpace) != false)
            add("audience", level.Audience is null ? "is required: leave it empty where nobody is told" : "an audience word is blank");
        foreach (var (key, span) in Spans)
            CheckSpan(key, span(level), add);
        if (level is { Staffing: not Staffing.Nobody, StaffWithin: null })
            add("staffWithin", "is required, since the level wants people in the roles");
    }

    private static void CheckTimes(IncidentPolicy policy, Action<string, string> add)
    {
        if (policy.Levels.Count >= FewestLevels && (policy.ProvisionalLevel < 1 || policy.ProvisionalLevel > policy.Levels.Count))
            add("provisionalLevel", Invariant($"there is no level {policy.ProvisionalLevel}: the policy has {policy.Levels.Count} levels"));
        if (policy.PublishOnBusinessDay is < 1 or > MostBusinessDays)
            add("publishOnBusinessDay", Invariant($"a whole number from 1 to {MostBusinessDays} is expected"));
        CheckSpan("clockTolerance", policy.ClockTolerance, add);
        CheckSpan("detectWithin", policy.DetectWithin, add);
        CheckSpan("reopenWithin", policy.ReopenWithin, add);
        CheckSpan("earlyPeriod", policy.EarlyPeriod, add);
        CheckSpan("earlyPromise", policy.EarlyPromise, add);
        CheckSpan("latePromise", policy.LatePromise, add);
        CheckSpan("relieveAfter", policy.RelieveAfter, add);
        CheckSpan("postMortemWithin", policy.PostMortemWithin, add);
        CheckSpan("publicPostMortemFrom", policy.PublicPostMortemFrom, add);
    }

    private static void CheckRules(IncidentPolicy policy, Action<string, string> add)
    {
        for (var i = 0; i < policy.Rules.Count; i++)
            CheckRule(policy.Rules[i], Invariant($"rules[{i}]"), add);
        foreach (var twice in policy.Rules.GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            add("rules", $"two rules have the id {twice.Key}");
        foreach (var missing in BuiltInRules.All.Where(rule => rule.IsMandatory && !policy.Rules.Contains(rule)))
            add("rules", $"{missing.Id} is missing: {missing.Summary}");
        foreach (var (id, enforcement) in policy.Enforcement)
        {
            if (policy.Rules.FirstOrDefault(r => r.Id == id) is not { } rule)
                add($"rules.{id}", "there is no such rule");
            else if (!Enum.IsDefined(enforcement))
                CheckWord($"rules.{id}", enforcement, add);
            else if (rule.IsMandatory && enforcement != RuleEnforcement.Enforce)
                add($"rules.{id}", "this rule is always enforced");
        }
    }

    private static void CheckRule(IncidentRule rule, string place, Action<string, string> add)
    {
        if (string.IsNullOrWhiteSpace(rule.Id))
            add($"{place}.id", "the id is blank");
        CheckWord($"{place}.category", rule.Category, add);
        if (rule.Check is null)
            add($"{place}.check", "is required");
        CheckWord($"{place}.default", rule.Default, add);
        if (rule.AppliesTo is null)
            add($"{place}.appliesTo", "is required: leave it empty for all commands");
        foreach (var type in rule.AppliesTo ?? [])
        {
            if (type is null || type.IsAbstract || !typeof(IncidentCommand).IsAssignableFrom(type))
            {
                add(
                    $"{place}.appliesTo",
                    $"{type?.Name ?? "null"} is no kind of command, so that the rule would never be asked: "
                        + $"name each kind, such as {nameof(ResolveIncident)}");
            }
        }
    }

    internal static void CheckSpan(string place, TimeSpan? span, Action<string, string> add)
    {
        if (span <= TimeSpan.Zero || span >= TimeSpan.FromDays(3660))
            add(place, $"{span} is no span of time above zero and below ten years");
    }
}
