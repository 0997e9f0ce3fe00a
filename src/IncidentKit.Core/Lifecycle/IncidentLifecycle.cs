namespace IncidentKit;

/// <summary>The one door: decides what a command does to an incident.</summary>
/// <remarks>Pure (the same incident, command and instant give the same answer), thread-safe, and made to be a singleton.</remarks>
public sealed class IncidentLifecycle
{
    /// <summary>Creates the lifecycle of a policy.</summary>
    public IncidentLifecycle(IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
    }

    /// <summary>The policy.</summary>
    public IncidentPolicy Policy { get; }

    /// <summary>Decides the declaration of a new incident.</summary>
    /// <param name="id">The identity of the new incident.</param>
    /// <param name="command">The declaration.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <returns>The decision; its incident is null where the declaration is malformed.</returns>
    public Decision Declare(IncidentId id, DeclareIncident command, DateTimeOffset now)
    {
        IncidentId.ThrowIfDefault(id, nameof(id));
        CheckCommand(command);
        var draft = Incident.Replay([Recording.Draft(id, command, Policy, now)]);
        var violations = new List<Violation>();
        Judge(draft, command, now, violations, deviations: null, formOnly: true);
        if (violations.Count > 0)
            return Decision.Refused(null, violations);
        var events = Recording.Declaration(id, command, Policy, now);
        return Decision.Accepted(Incident.Replay(events), events);
    }

    /// <summary>Decides a command.</summary>
    /// <param name="incident">The incident as it stands.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <returns>The events and the next incident, or every reason for which the command is refused.</returns>
    public Decision Decide(Incident incident, IncidentCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        CheckCommand(command);
        var violations = new List<Violation>();
        var deviations = new List<(string Rule, string Message)>();
        Judge(incident, command, now, violations, deviations, formOnly: true);
        if (violations.Count == 0)
            Judge(incident, command, now, violations, deviations, formOnly: false);
        if (violations.Count > 0)
            return Decision.Refused(incident, violations);
        var events = new Recording(incident, command, Policy, now).Record(deviations);
        return Decision.Accepted(incident.After(events), events);
    }

    /// <summary>Whether <see cref="Decide"/> would accept the command.</summary>
    public bool Can(Incident incident, IncidentCommand command, DateTimeOffset now) => Decide(incident, command, now).IsAccepted;

    /// <summary>The kinds of command that fit the phase of the incident, by name. Rules that look at more than the kind may still refuse one.</summary>
    public IReadOnlyList<string> Permitted(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (!Policy.Rules.Any(rule => rule.Id == OrderRules.PhaseTableId))
            return [.. CommandKinds.All.Select(kind => kind.Name)];
        return [.. CommandKinds.All.Where(kind => kind.Samples.Any(sample => PhaseTable.Cell(incident, sample).Effect != PhaseEffect.Refuse)).Select(kind => kind.Name)];
    }

    /// <summary>The state diagram in Mermaid, with the ids of the rules that guard each arrow.</summary>
    public string ToMermaid() => PhaseDiagram.ToMermaid(Policy);

    private static void CheckCommand(IncidentCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.By is null)
            throw new ArgumentException("A command says who gives it: By is null.", nameof(command));
    }

    // Form comes first: nothing else can be said of a command that is malformed.
    private void Judge(Incident incident, IncidentCommand command, DateTimeOffset now, List<Violation> violations, List<(string, string)>? deviations, bool formOnly)
    {
        RuleContext? context = null;
        foreach (var (rule, enforcement) in Policy.RulesFor(command.GetType()))
        {
            if (rule.Subject == RuleSubject.Form != formOnly || incident.WaivedDemands.Contains(rule.Id))
                continue;
            context ??= new RuleContext(incident, command, Policy, now);
            if (rule.Check(context) is not { } breach)
                continue;
            var retrospective = incident.IsRetrospective && rule.Subject != RuleSubject.Form && rule.Id != OrderRules.PhaseTableId;
            if (enforcement == RuleEnforcement.Enforce && !retrospective)
                violations.Add(new Violation { Rule = rule.Id, Message = breach.Message, Remedy = breach.Remedy ?? rule.Remedy, Field = breach.Field });
            else
                deviations?.Add((rule.Id, breach.Message));
        }
    }
}
