namespace IncidentKit.Testing;

/// <summary>The laws that every policy keeps, with its own rules, obligations and levels.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public static class PolicyLaws
{
    /// <summary>All laws.</summary>
    public static IReadOnlyList<PolicyLaw> All { get; } =
    [
        new("POLICY-01", "The policy can be followed.", policy => FirstOf(policy, PolicyFindingSeverity.Error)),
        new("POLICY-02", "The values of the policy agree.", policy => FirstOf(policy, PolicyFindingSeverity.Advice)),
        new("POLICY-03", "Each rule says what it wants and what to do where it is broken.", WordsOf),
        new("POLICY-04", "The example that keeps a rule of the host keeps it, and the one that breaks it breaks it.", ExamplesOf),
        new("POLICY-05", "No rule and no obligation throws.", Thrown),
        new("POLICY-06", "The same question gets the same answer, however often it is asked.", Repeated),
        new("POLICY-07", "Folding the events gives the state that the decisions gave.", Folded),
        new("POLICY-08", "A refused command changes nothing and says what to do first.", Refused),
        new(
            "POLICY-09",
            "While the incident is open no well-formed report is refused, but for a second role of the commander.",
            ReportRefused),
        new("POLICY-10", "What is malformed is refused.", m => m.Step.IsMalformed && m.Decision.IsAccepted ? "it is accepted" : null),
        new("POLICY-11", "Once there is a commander there is one as long as the incident is open.", m =>
            m.Before.Roles.Commander is not null && m.After is { IsOpen: true, Roles.Commander: null } ? "there is none any more" : null),
        new("POLICY-12", "The history only grows.", Grown),
        new("POLICY-13", "Only reopening changes the phase of what has ended.", PhaseChanged),
        new("POLICY-14", "What may be closed was resolved, unless it was entered in retrospect.", ClosedUnresolved),
        new("POLICY-15", "From everywhere there is a way to the end.", DeadEnd),
        new("POLICY-16", "The way past a refusal leads past it.", Astray),
        new("POLICY-17", "A status of an obligation only moves on.", LedgerLaws.MovedBack),
        new("POLICY-18", "An obligation comes due after it starts, and agrees with itself.", LedgerLaws.Disagreeing),
        new("POLICY-19", "What has ended has nothing pending.", LedgerLaws.PendingAfterTheEnd),
        new("POLICY-20", "The next due instant is that of the first pending obligation.", LedgerLaws.WrongNextDue),
    ];

    private static string? FirstOf(IncidentPolicy policy, PolicyFindingSeverity severity) =>
        PolicyLinter.Check(policy)
            .Where(finding => finding.Severity == severity)
            .Select(finding => $"{finding}{string.Concat(finding.Trace.Select(command => $"\n  {command}"))}")
            .FirstOrDefault();

    private static string? WordsOf(IncidentPolicy policy) =>
        policy.Rules.FirstOrDefault(rule => string.IsNullOrWhiteSpace(rule.Summary) || string.IsNullOrWhiteSpace(rule.Remedy)) is { } silent
            ? $"{silent.Id} has no summary or no remedy"
            : null;

    private static string? ExamplesOf(IncidentPolicy policy)
    {
        // The library's own are tested with the library, at its own levels.
        foreach (var rule in policy.Rules.Except(IncidentPolicy.Default.Rules).Where(r => policy.EnforcementOf(r) != RuleEnforcement.Off))
        {
            if (rule.Passing is { } passing && Broken(policy, rule, passing) is not false)
                return $"the example of {rule.Id} that keeps it breaks it, or cannot be told: {passing.Story}";
            if (rule.Failing is { } failing && Broken(policy, rule, failing) is not true)
                return $"the example of {rule.Id} that breaks it keeps it, or cannot be told: {failing.Story}";
        }

        return null;
    }

    // What is given stands under the default policy; only the last command meets the rule. Null where the story cannot be told.
    private static bool? Broken(IncidentPolicy policy, IncidentRule rule, RuleExample example)
    {
        var before = new IncidentLifecycle(IncidentPolicy.Default);
        var now = IncidentStory.Start;
        var incident = before.Declare(
            CountingIncidentIds.Of(1),
            new DeclareIncident { By = IncidentStory.Monitor, Title = "Checkout fails", Service = "checkout" },
            now).Incident!;
        foreach (var given in example.Given)
        {
            now = now.AddMinutes(1);
            if (before.Decide(incident, given, now) is not { IsAccepted: true, Incident: { } next })
                return null;
            incident = next;
        }

        now = now.AddMinutes(1);
        if (example.Command is GateCommand { When.Instant: { } told } && told > now)
            now = told;
        return new IncidentLifecycle(policy.With(rule.Id, RuleEnforcement.Enforce))
            .Decide(incident, example.Command, now)
            .Violations.Any(v => v.Rule == rule.Id);
    }

    private static string? Thrown(IncidentMoment moment)
    {
        if (moment.Decision.Violations.FirstOrDefault(v => v.Exception is not null) is { } violation)
            return $"{violation.Rule} throws {violation.Exception!.GetType().Name}: {violation.Exception.Message}";
        const string notChecked = "The rule could not be checked";
        if (moment.Decision.Deviations.FirstOrDefault(d => d.Message.StartsWith(notChecked, StringComparison.Ordinal)) is { } deviation)
            return $"{deviation.Rule}: {deviation.Message}";
        return new ObligationLedger(moment.Lifecycle.Policy)
            .At(moment.After, moment.Now)
            .FirstOrDefault(o => o.Exception is not null) is { } obligation
            ? $"{obligation.Name} throws {obligation.Exception!.GetType().Name}: {obligation.Exception.Message}"
            : null;
    }

    private static string? Repeated(IncidentMoment moment)
    {
        foreach (var incident in (Incident[])[moment.Before, Incident.Replay(moment.Before.History)])
        {
            var again = moment.Lifecycle.Decide(incident, moment.Command, moment.Now);
            if (again.IsAccepted != moment.Decision.IsAccepted
                || !again.Events.SequenceEqual(moment.Decision.Events)
                || !again.Violations.SequenceEqual(moment.Decision.Violations))
            {
                return $"first {moment.Decision}, then {again}";
            }
        }

        return null;
    }

    private static string? Folded(IncidentMoment moment)
    {
        var folded = Incident.Replay(moment.After.History);
        return (folded.Phase, folded.Level, folded.Version, folded.Roles.ToString(), folded.Title)
            != (moment.After.Phase, moment.After.Level, moment.After.Version, moment.After.Roles.ToString(), moment.After.Title)
            ? $"{moment.After.Phase} became {folded.Phase}"
            : null;
    }

    private static string? Refused(IncidentMoment moment) =>
        moment.Decision.IsAccepted ? null
        : moment.Decision.Events.Count > 0 || !ReferenceEquals(moment.Before, moment.After) ? "something changed"
        : moment.Decision.Violations.FirstOrDefault(
            v => string.IsNullOrWhiteSpace(v.Message) || string.IsNullOrWhiteSpace(v.Remedy)) is { } silent
            ? $"{silent.Rule} does not say why, or what to do first"
        : null;

    private static string? ReportRefused(IncidentMoment moment, PolicyLawOptions options) =>
        options.ReportsMayBeRefused
        || moment.Step.IsMalformed
        || !moment.Before.IsOpen
        || moment.Command is not ReportCommand
        || moment.Decision.IsAccepted
            ? null
        : moment.Decision.Violations.FirstOrDefault(v => v.Rule is not ("IK3002" or "IK3003")) is { } violation ? $"{violation}"
        : null;

    private static string? Grown(IncidentMoment moment)
    {
        var (before, after) = (moment.Before.History, moment.After.History);
        for (var i = 0; i < before.Count; i++)
        {
            if (i >= after.Count
                || after[i].Sequence != before[i].Sequence
                || (moment.Command is not Redact && !after[i].Equals(before[i])))
            {
                return $"event {before[i].Sequence} is another one";
            }
        }

        return moment.Decision.Events.Any(e => e.RecordedAt != moment.Now) ? "an event was recorded at another time" : null;
    }

    private static string? PhaseChanged(IncidentMoment moment) =>
        !moment.Before.IsOpen && moment.After.Phase != moment.Before.Phase && moment.Command is not ReopenIncident
            ? $"{moment.Before.Phase} became {moment.After.Phase}"
            : null;

    private static string? ClosedUnresolved(IncidentMoment moment) =>
        moment.After is { IsOpen: true, IsResolved: false, IsRetrospective: false }
        && !moment.After.History.OfType<FactsUnknown>().Any()
        && moment.Lifecycle.Can(moment.After, new CloseIncident { By = IncidentStory.Alice }, moment.Now)
            ? "it may be closed now, and nothing says that it was resolved"
            : null;

    // Looking for ways takes a while: one moment in some is enough to meet every state sooner or later.
    private static string? DeadEnd(IncidentMoment moment)
    {
        if (!moment.After.IsOpen || moment.Step.Pick % 12 != 0)
            return null;
        var closing = WayTo(new CloseIncident { By = IncidentStory.Alice });
        var cancelling = WayTo(new CancelIncident
        {
            By = IncidentStory.Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert",
        });
        if (!closing.Exists && !cancelling.Exists)
            return $"neither closing nor cancelling can be reached. {closing} {cancelling}";
        return closing.Kind is WayKind.None or WayKind.Unknown ? $"closing cannot be reached. {closing}" : null;

        Way WayTo(IncidentCommand end) => moment.Lifecycle.WayTo(moment.After, end, moment.Now);
    }

    private static string? Astray(IncidentMoment moment)
    {
        if (moment.Decision.IsAccepted || moment.Step.Pick % 3 != 0)
            return null;
        var way = moment.Lifecycle.WayTo(moment.Before, moment.Command, moment.Now);
        if (way.Kind != WayKind.Steps)
            return null;
        var (incident, command, now) = (moment.Before, moment.Command, moment.Now);
        foreach (var step in way.Steps)
        {
            switch (step)
            {
                case CommandStep give:
                    var decision = moment.Lifecycle.Decide(incident, give.ToCommand(way.Examples), now);
                    if (decision.IsRefused)
                        return $"step {step} is refused: {decision}";
                    incident = decision.Incident!;
                    break;
                case ChangeStep change:
                    command = change.ApplyTo(command, way.Examples);
                    break;
                case WaitStep wait:
                    now = wait.Until;
                    break;
            }
        }

        return moment.Lifecycle.Decide(incident, command, now) is { IsRefused: true } still ? $"after {way} it is {still}" : null;
    }
}
