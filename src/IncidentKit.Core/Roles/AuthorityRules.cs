using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

namespace IncidentKit;

/// <summary>
/// IK4xxx: whose decision it is (P14). What belongs to everybody is not here: page, escalate, raise the level, report a
/// recurrence, take command.
/// </summary>
internal static class AuthorityRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK4001", Warn, [typeof(BeginMitigation)],
            "What is done to mitigate is the commander's decision (P14).",
            "Name the commander in DecidedBy, or take command.",
            c => c.Command is BeginMitigation begin ? NotTheCommander(c, begin.DecidedBy ?? begin.By, "began mitigation") : null,
            StaffingSteps.DecidedBy),
        Rule(
            "IK4002", Warn, [typeof(DeclareMitigated)],
            "Whether it is mitigated is the commander's decision (P14).",
            "Let the commander say so, or take command.",
            c => NotTheCommander(c, c.Command.By, "called it mitigated"),
            ByCommander),
        Rule(
            "IK4003", Warn, [typeof(ResolveIncident)],
            "Whether it is resolved is the commander's decision (P14).",
            "Let the commander say so, or take command.",
            c => NotTheCommander(c, c.Command.By, "called it resolved"),
            ByCommander),
        Rule(
            "IK4004", Warn, [typeof(PostUpdate)],
            "Updates are posted by the Communications Lead (P10, P14).",
            "Let the Communications Lead post.",
            c => c.Incident.Roles.CommunicationsLead is { } lead && c.Command.By is Responder by && by != lead
                ? new RuleBreach($"{by.Name} posted; the Communications Lead is {lead.Name}.")
                : null,
            StaffingSteps.Posting),
        Rule(
            "IK4005", Enforce, [typeof(LowerSeverity)],
            "Lowering the level is the commander's (P05).",
            "Let the commander lower it, or take command.",
            c => MustCommand(c, "Lowering the level"),
            ByCommander),
        Rule(
            "IK4006", Enforce, [typeof(WaiveObligation)],
            "Waiving an obligation is the commander's.",
            "Let the commander waive it, or take command.",
            c => MustCommand(c, "Waiving an obligation"),
            ByCommander),
    ];

    private static RuleBreach? NotTheCommander(RuleContext context, Actor who, string what) =>
        context.Incident.Roles.Commander is { } commander && who is Responder person && person != commander
            ? new RuleBreach($"{person.Name} {what}; the Incident Commander is {commander.Name}.")
            : null;

    private static RuleBreach? MustCommand(RuleContext context, string what) =>
        context.Incident.Roles.Commander is not { } commander
            ? new RuleBreach($"{what} is for the Incident Commander, and there is none.")
            : commander == context.Command.By
                ? null
                : new RuleBreach($"{what} is for {commander.Name}, the Incident Commander, and not for {context.Command.By}.");

    private static IEnumerable<StepOffer> ByCommander(RuleContext context) => StaffingSteps.Commanded(context, context.Command.By);
}
