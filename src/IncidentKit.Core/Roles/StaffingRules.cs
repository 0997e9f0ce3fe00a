using static IncidentKit.ExampleSteps;
using static IncidentKit.RuleDefinition;

namespace IncidentKit;

/// <summary>IK3xxx: who holds which role.</summary>
internal static class StaffingRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK3001",
            RuleEnforcement.Warn,
            "The roles are filled as the level wants before mitigation begins (P11, P17).",
            "Assign the roles that are missing.",
            [typeof(BeginMitigation), typeof(RecordMitigation), typeof(DeclareMitigated)],
            new("Mitigation begins with three people.", Staffed(), Begin()),
            new("Mitigation begins with nobody in command.", [Ack(Alice), Level(2), Channel()], Begin()),
            Unstaffed,
            StaffingSteps.Missing),
        Rule(
            "IK3002",
            RuleEnforcement.Enforce,
            "The Incident Commander is not Technical Lead as well (P09).",
            "Name another person, or hand over one of the two roles.",
            [typeof(AssignRole), typeof(HandOffRole)],
            new("Another person becomes Technical Lead.", [Ack(Alice), Ack(Bob), Command(Alice)], Assign(IncidentRole.TechnicalLead, Bob)),
            new("The commander becomes Technical Lead.", [Ack(Alice), Ack(Bob), Command(Alice)], Assign(IncidentRole.TechnicalLead, Alice)),
            c => Both(c, IncidentRole.TechnicalLead),
            c => StaffingSteps.Apart(c, IncidentRole.TechnicalLead)),
        Rule(
            "IK3003",
            RuleEnforcement.Enforce,
            "The Incident Commander is not Communications Lead as well (P10).",
            "Name another person, or hand over one of the two roles.",
            [typeof(AssignRole), typeof(HandOffRole)],
            new(
                "Another person becomes Communications Lead.",
                [Ack(Alice), Ack(Carol), Command(Alice)],
                Assign(IncidentRole.CommunicationsLead, Carol)),
            new("The Communications Lead becomes commander.", [Ack(Alice), Assign(IncidentRole.CommunicationsLead, Carol)], Command(Carol)),
            c => Both(c, IncidentRole.CommunicationsLead),
            c => StaffingSteps.Apart(c, IncidentRole.CommunicationsLead)),
        Rule(
            "IK3004",
            RuleEnforcement.Enforce,
            "An incident is never without a commander once it has had one (P12).",
            "Hand command over, or have somebody take it.",
            [typeof(GiveUpRole)],
            new(
                "The Communications Lead steps back.",
                [Ack(Alice), Command(Alice), Assign(IncidentRole.CommunicationsLead, Carol)],
                new GiveUpRole { By = Carol, Role = IncidentRole.CommunicationsLead }),
            new(
                "The commander steps back without a successor.",
                [Ack(Alice), Command(Alice)],
                new GiveUpRole { By = Alice, Role = IncidentRole.IncidentCommander }),
            c => c.Command is GiveUpRole { Role: IncidentRole.IncidentCommander }
                ? new RuleBreach("Command is given up without a successor.")
                : null,
            _ => []),
        Rule(
            "IK3005",
            RuleEnforcement.Enforce,
            "A role is given up by the person it was given to (P12).",
            "Let the holder give it up, or assign it to somebody else.",
            [typeof(GiveUpRole)],
            new(
                "The Technical Lead steps back.",
                [Ack(Alice), Command(Alice), Assign(IncidentRole.TechnicalLead, Bob)],
                new GiveUpRole { By = Bob, Role = IncidentRole.TechnicalLead }),
            new(
                "Somebody else gives the role up.",
                [Ack(Alice), Command(Alice), Assign(IncidentRole.TechnicalLead, Bob)],
                new GiveUpRole { By = Carol, Role = IncidentRole.TechnicalLead }),
            NotTheirs,
            StaffingSteps.HeldByOthers),
        Rule(
            "IK3006",
            RuleEnforcement.Warn,
            "Command is handed over with a state note (P12).",
            "Say what is known, what is running, and when the next update is due.",
            [typeof(HandOffRole)],
            new("Command goes over with a note.", [Ack(Alice), Command(Alice)], HandOver("Rollback is running; next update at 15:00.")),
            new("Command goes over without a word.", [Ack(Alice), Command(Alice)], HandOver(null)),
            c => c.Command is HandOffRole { Role: IncidentRole.IncidentCommander } handoff && string.IsNullOrWhiteSpace(handoff.Note)
                ? new RuleBreach($"Command goes to {handoff.To.Name} without a state note.")
                : null,
            _ => [StaffingSteps.Noted]),
    ];

    private static HandOffRole HandOver(string? note) => new() { By = Alice, Role = IncidentRole.IncidentCommander, To = Bob, Note = note };

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
