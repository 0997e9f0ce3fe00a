using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

namespace IncidentKit;

/// <summary>IK3xxx: who holds which role.</summary>
internal static class StaffingRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK3001", Warn, MitigationRules.Beginning,
            "The roles are filled as the level wants before mitigation begins (P11, P17).",
            "Assign the roles that are missing.",
            Unstaffed, StaffingSteps.Missing),
        Rule(
            "IK3002", Enforce, [typeof(AssignRole), typeof(HandOffRole)],
            "The Incident Commander is not Technical Lead as well (P09).",
            "Name another person, or hand over one of the two roles.",
            c => Both(c, IncidentRole.TechnicalLead),
            c => StaffingSteps.Apart(c, IncidentRole.TechnicalLead)),
        Rule(
            "IK3003", Enforce, [typeof(AssignRole), typeof(HandOffRole)],
            "The Incident Commander is not Communications Lead as well (P10).",
            "Name another person, or hand over one of the two roles.",
            c => Both(c, IncidentRole.CommunicationsLead),
            c => StaffingSteps.Apart(c, IncidentRole.CommunicationsLead)),
        Rule(
            "IK3004", Enforce, [typeof(GiveUpRole)],
            "An incident is never without a commander once it has had one (P12).",
            "Hand command over, or have somebody take it.",
            c => c.Command is GiveUpRole { Role: IncidentRole.IncidentCommander }
                ? new RuleBreach("Command is given up without a successor.")
                : null,
            _ => []),
        Rule(
            "IK3005", Enforce, [typeof(GiveUpRole)],
            "A role is given up by the person it was given to (P12).",
            "Let the holder give it up, or assign it to somebody else.",
            NotTheirs, StaffingSteps.HeldByOthers),
        Rule(
            "IK3006", Warn, [typeof(HandOffRole)],
            "Command is handed over with a state note (P12).",
            "Say what is known, what is running, and when the next update is due.",
            c => c.Command is HandOffRole { Role: IncidentRole.IncidentCommander } handoff && string.IsNullOrWhiteSpace(handoff.Note)
                ? new RuleBreach($"Command goes to {handoff.To.Name} without a state note.")
                : null,
            _ => [StaffingSteps.Noted]),
    ];

    private static RuleBreach? Unstaffed(RuleContext context)
    {
        var wanted = context.Incident.Level is null ? Staffing.Commander : context.Level.Staffing;
        if (!MitigationRules.Begins(context) || context.Incident.Roles.Satisfy(wanted))
            return null;
        return new RuleBreach(wanted == Staffing.Commander
            ? "Mitigation begins with nobody in command."
            : $"Mitigation begins before three people hold the three roles, as {context.Level.Name} wants.");
    }

    // Alone, one person may hold everything; with others present the roles exclude each other.
    private static RuleBreach? Both(RuleContext context, IncidentRole other)
    {
        var (role, to) = context.Command switch
        {
            AssignRole { To: { } person } c => (c.Role, person),
            HandOffRole c => (c.Role, c.To),
            _ => (other, null),
        };
        if (to is null || (role != other && role != IncidentRole.IncidentCommander))
            return null;
        var roles = context.Incident.Roles;
        var both = role == other ? roles.Commander == to : roles.Commander != to && roles.Given(other) == to;
        if (!both || !context.Incident.Responders.Any(person => person != to))
            return null;
        return new RuleBreach($"{to.Name} would be Incident Commander and {other.Display()} at once, though others are present.");
    }

    private static RuleBreach? NotTheirs(RuleContext context)
    {
        if (context.Command is not GiveUpRole { Role: not IncidentRole.IncidentCommander } command)
            return null;
        var holder = context.Incident.Roles.Given(command.Role);
        return holder is not null && holder == command.By
            ? null
            : holder is null
                ? new RuleBreach($"{command.Role.Display()} was given to nobody.", "Nothing to give up: the commander holds the role.")
            : new RuleBreach($"{command.Role.Display()} was given to {holder.Name}, not to {command.By}.");
    }
}
