using static IncidentKit.ExampleSteps;
using static IncidentKit.RuleDefinition;

namespace IncidentKit;

/// <summary>
/// IK4xxx: whose decision it is (P14). What belongs to everybody is not here: page, escalate, raise the level, report a
/// recurrence, take command.
/// </summary>
internal static class AuthorityRules
{
    private static readonly IncidentCommand[] Commanded =
    [
        Ack(Alice),
        Level(2),
        Channel(),
        Command(Alice),
        Assign(IncidentRole.TechnicalLead, Bob),
        Assign(IncidentRole.CommunicationsLead, Carol),
    ];

    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK4001",
            RuleEnforcement.Warn,
            "What is done to mitigate is the commander's decision (P14).",
            "Name the commander in DecidedBy, or take command.",
            [typeof(BeginMitigation)],
            new("The Technical Lead does what the commander decided.", Commanded, Begin(Bob) with { DecidedBy = Alice }),
            new("The Technical Lead decides alone.", Commanded, Begin(Bob)),
            c => c.Command is BeginMitigation begin ? NotTheCommander(c, begin.DecidedBy ?? begin.By, "began mitigation") : null,
            StaffingSteps.DecidedBy),
        Rule(
            "IK4002",
            RuleEnforcement.Warn,
            "Whether it is mitigated is the commander's decision (P14).",
            "Let the commander say so, or take command.",
            [typeof(DeclareMitigated)],
            new("The commander calls it mitigated.", [.. Commanded, Begin()], Mitigated()),
            new("The Technical Lead calls it mitigated.", [.. Commanded, Begin()], Mitigated(Bob)),
            c => NotTheCommander(c, c.Command.By, "called it mitigated"),
            c => StaffingSteps.Commanded(c, c.Command.By)),
        Rule(
            "IK4003",
            RuleEnforcement.Warn,
            "Whether it is resolved is the commander's decision (P14).",
            "Let the commander say so, or take command.",
            [typeof(ResolveIncident)],
            new("The commander calls it resolved.", [.. Commanded, Begin(), Mitigated()], Resolve()),
            new("The Technical Lead calls it resolved.", [.. Commanded, Begin(), Mitigated()], Resolve(Bob)),
            c => NotTheCommander(c, c.Command.By, "called it resolved"),
            c => StaffingSteps.Commanded(c, c.Command.By)),
        Rule(
            "IK4004",
            RuleEnforcement.Warn,
            "Updates are posted by the Communications Lead (P10, P14).",
            "Let the Communications Lead post.",
            [typeof(PostUpdate)],
            new("The Communications Lead posts.", Commanded, Update(Carol)),
            new("The Technical Lead posts.", Commanded, Update(Bob)),
            c => c.Incident.Roles.CommunicationsLead is { } lead && c.Command.By is Responder by && by != lead
                ? new RuleBreach($"{by.Name} posted; the Communications Lead is {lead.Name}.")
                : null,
            StaffingSteps.Posting),
        Rule(
            "IK4005",
            RuleEnforcement.Enforce,
            "Lowering the level is the commander's (P05).",
            "Let the commander lower it, or take command.",
            [typeof(LowerSeverity)],
            new("The commander lowers the level.", Commanded, Lower(Alice)),
            new("The Technical Lead lowers the level.", Commanded, Lower(Bob)),
            c => MustCommand(c, "Lowering the level"),
            c => StaffingSteps.Commanded(c, c.Command.By)),
        Rule(
            "IK4006",
            RuleEnforcement.Enforce,
            "Waiving an obligation is the commander's.",
            "Let the commander waive it, or take command.",
            [typeof(WaiveObligation)],
            new("The commander waives an obligation.", Commanded, Waive(Alice)),
            new("The Technical Lead waives an obligation.", Commanded, Waive(Bob)),
            c => MustCommand(c, "Waiving an obligation"),
            c => StaffingSteps.Commanded(c, c.Command.By)),
    ];

    private static LowerSeverity Lower(Responder by) => new() { By = by, Level = 3, Reason = "one region only" };

    private static WaiveObligation Waive(Responder by) =>
        new() { By = by, Obligation = ObligationNames.PublicUpdate, Reason = "the page is down" };

    private static RuleBreach? NotTheCommander(RuleContext context, Actor who, string what) =>
        context.Incident.Roles.Commander is { } commander && who is Responder person && person != commander
            ? new RuleBreach($"{person.Name} {what}; the Incident Commander is {commander.Name}.")
            : null;

    private static RuleBreach? MustCommand(RuleContext context, string what) =>
        context.Incident.Roles.Commander is { } commander && commander == context.Command.By
            ? null
            : new RuleBreach(context.Incident.Roles.Commander is { } other
                ? $"{what} is for {other.Name}, the Incident Commander, and not for {context.Command.By}."
                : $"{what} is for the Incident Commander, and there is none.");
}
