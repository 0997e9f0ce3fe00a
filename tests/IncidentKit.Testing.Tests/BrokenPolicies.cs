namespace IncidentKit.Testing.Tests;

/// <summary>Policies with one fault each, as hosts make them, and the law that sees it.</summary>
internal static class BrokenPolicies
{
    private static int _asked;

    public static IReadOnlyDictionary<string, (string Law, Func<IncidentPolicy> Policy)> All { get; } =
        new Dictionary<string, (string, Func<IncidentPolicy>)>(StringComparer.Ordinal)
        {
            ["a level that is answered later than the one below it"] =
                ("POLICY-02", () => Levels((1, level => Copy(level, response: ResponseTarget.Within(TimeSpan.FromHours(9)))))),
            ["two levels of one name"] = ("POLICY-01", () => Levels((2, level => Copy(level, name: "SEV-1")))),
            ["a level of another rank"] = ("POLICY-01", () => Levels((2, level => Copy(level, rank: 7)))),
            ["one level only"] = (
                "POLICY-01",
                () => new IncidentPolicy { Name = "acme", Levels = [IncidentPolicy.Default.Levels[0]], ProvisionalLevel = 1 }),
            ["a provisional level that is not there"] = ("POLICY-01", () => new IncidentPolicy { Name = "acme", ProvisionalLevel = 9 }),
            ["two obligations of one name"] = ("POLICY-01", () => new IncidentPolicy
            {
                Name = "acme",
                Obligations = [.. IncidentPolicy.Default.Obligations, Own("acme.notify"), Own("acme.notify")],
            }),
            ["two rules of one id"] = (
                "POLICY-01",
                () => With(Rule("ACME-1", [typeof(CloseIncident)], _ => null), Rule("ACME-1", [typeof(CloseIncident)], _ => null))),
            ["a gate that can never be passed"] =
                ("POLICY-15", () => With(Rule("ACME-1", [typeof(CloseIncident)], _ => new RuleBreach("Never.")))),
            ["two demands that exclude each other"] = ("POLICY-01", () => With(
                Rule(
                    "ACME-1",
                    [typeof(CloseIncident)],
                    c => c.Incident.History.OfType<NoteAdded>().Any() ? null : new RuleBreach("No note."),
                    Note),
                Rule(
                    "ACME-2",
                    [typeof(CloseIncident)],
                    c => c.Incident.History.OfType<NoteAdded>().Any() ? new RuleBreach("A note.") : null,
                    _ => []))),
            ["a rule without a remedy"] = ("POLICY-03", () => With(Rule("ACME-1", [typeof(Retitle)], _ => null, remedy: " "))),
            ["a rule that its failing example keeps"] = ("POLICY-04", () => With(Rule("ACME-1", [typeof(Retitle)], _ => null))),
            ["a rule that its passing example breaks"] = (
                "POLICY-04",
                () => With(Rule("ACME-1", [typeof(AddNote)], _ => new RuleBreach("No notes."), enforcement: RuleEnforcement.Warn))),
            ["a rule that throws"] = (
                "POLICY-05",
                () => With(Rule("ACME-1", [typeof(Retitle)], c => c.Incident.Channel!.Length > 0 ? null : new RuleBreach("No channel.")))),
            ["a warning that throws"] = ("POLICY-05", () => With(Rule(
                "ACME-1",
                [typeof(Classify)],
                c => ((AddNote)c.Command).Text.Length > 0 ? null : new RuleBreach("No text."),
                enforcement: RuleEnforcement.Warn))),
            ["an obligation whose condition throws"] = ("POLICY-05", () => new IncidentPolicy
            {
                Name = "acme",
                Obligations =
                [
                    .. IncidentPolicy.Default.Obligations,
                    Own("acme.notify", _ => throw new InvalidOperationException("no directory")),
                ],
            }),
            ["a rule that counts how often it is asked"] = ("POLICY-06", () => With(
                Rule("ACME-1", [typeof(Retitle)], _ => Interlocked.Increment(ref _asked) % 2 == 0 ? null : new RuleBreach("Ask again.")))),
            ["a rule that remembers incidents by reference"] = ("POLICY-06", Remembering),
            ["a rule that refuses a report"] = (
                "POLICY-09",
                () => With(Rule("ACME-1", [typeof(BeginMitigation)], c => c.Incident.Level is null ? new RuleBreach("No level.") : null))),
            ["order that is enforced on reports"] = ("POLICY-09", () => IncidentPolicy.Default.With("IK2003", RuleEnforcement.Enforce)),
            ["command that may be given up"] = ("POLICY-11", () => IncidentPolicy.Default.With("IK3004", RuleEnforcement.Off)),
            ["closing what was never resolved"] = ("POLICY-14", () => IncidentPolicy.Default.With("IK5010", RuleEnforcement.Off)),
            ["a rule past which no way is known"] = ("POLICY-15", () => With(Rule(
                "ACME-1",
                [typeof(CloseIncident)],
                c => c.Incident.History.OfType<NoteAdded>().Any() ? null : new RuleBreach("No note.")))),
            ["a remedy that does not help"] = ("POLICY-15", () => With(Rule(
                "ACME-1",
                [typeof(CloseIncident), typeof(ResolveIncident)],
                c => c.Incident.History.OfType<NoteAdded>().LastOrDefault()?.Link is null ? new RuleBreach("No link.") : null,
                Note))),
        };

    private static IncidentPolicy Remembering()
    {
        HashSet<Incident> seen = [];
        return With(Rule("ACME-1", [typeof(Retitle)], c => seen.Add(c.Incident) ? null : new RuleBreach("Seen before.")));
    }

    private static IncidentPolicy With(params IncidentRule[] rules) =>
        new() { Name = "acme", Rules = [.. IncidentPolicy.Default.Rules, .. rules] };

    private static IncidentPolicy Levels(params (int Rank, Func<SeverityLevel, SeverityLevel> Make)[] changed) =>
        new()
        {
            Name = "acme",
            Levels = [.. IncidentPolicy.Default.Levels.Select(
                level => changed.FirstOrDefault(c => c.Rank == level.Rank).Make?.Invoke(level) ?? level)],
        };

    private static SeverityLevel Copy(SeverityLevel level, int? rank = null, string? name = null, ResponseTarget? response = null) => new()
    {
        Rank = rank ?? level.Rank, Name = name ?? level.Name, Title = level.Title, Impact = level.Impact,
        Examples = level.Examples, Response = response ?? level.Response, Audience = level.Audience, Paging = level.Paging,
        Staffing = level.Staffing, StaffWithin = level.StaffWithin, StandUpWithin = level.StandUpWithin,
        MitigateWithin = level.MitigateWithin, FirstPublicUpdateWithin = level.FirstPublicUpdateWithin,
        UpdateEvery = level.UpdateEvery, PostMortem = level.PostMortem, WatchFor = level.WatchFor,
    };

    private static ObligationDefinition Own(string name, Func<ObligationTerms, bool>? when = null) =>
        new(name, ObligationTrigger.Detection, ObligationDeadline.Within(TimeSpan.FromHours(72))) { When = when };

    private static IEnumerable<StepOffer> Note(RuleContext context) => [StepOffer.Give(
        "Add a note.",
        v => new AddNote { By = v.Person("By"), Text = v.Text("Text") },
        StepParameter.Person("By"),
        StepParameter.Text("Text", "a note"))];

    private static IncidentRule Rule(
        string id,
        Type[] appliesTo,
        Func<RuleContext, RuleBreach?> check,
        Func<RuleContext, IEnumerable<StepOffer>>? steps = null,
        RuleEnforcement enforcement = RuleEnforcement.Enforce,
        string remedy = "Ask the duty manager.") =>
        new()
        {
            Id = id, Category = ViolationCategory.Gate, Summary = "A rule of a host.", Remedy = remedy,
            Default = enforcement, AppliesTo = appliesTo, Check = check, Steps = steps,
            Passing = new RuleExample("A note is added.", [], new AddNote { By = IncidentStory.Alice, Text = "seen" }),
            Failing = new RuleExample("The title changes.", [], new Retitle { By = IncidentStory.Alice, Title = "Search fails" }),
        };
}
