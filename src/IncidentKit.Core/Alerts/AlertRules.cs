using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

namespace IncidentKit;

/// <summary>Alerts: which incident one belongs to, and temporary ones that are left.</summary>
internal static class AlertRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK2007", Warn, [typeof(AttachAlert)],
            "An alert belongs to one open incident (P17).",
            "Mark one of the two as a duplicate of the other.",
            c => c.Command is AttachAlert { AlsoAt: { } other }
                ? new RuleBreach($"The alert is attached to incident {other} already.")
                : null,
            _ => [],
            warnsInStrict: true),
        Rule(
            "IK5009", Warn, [typeof(CloseIncident)],
            "Temporary alerts are taken down (P25).",
            "Take the temporary alerts down.",
            Standing, TakenDown),
    ];

    private static RuleBreach? Standing(RuleContext context)
    {
        var standing = context.Incident.TemporaryAlerts.Where(alert => !alert.IsTakenDown).Select(alert => alert.Number).ToList();
        return standing.Count > 0 ? new RuleBreach($"Still in place: {Numbered("temporary alert", standing)}.") : null;
    }

    private static IEnumerable<StepOffer> TakenDown(RuleContext context) =>
        context.Incident.TemporaryAlerts.FirstOrDefault(alert => !alert.IsTakenDown) is { Number: var number }
            ? [StepOffer.Give(
                Invariant($"Take down temporary alert {number}."),
                v => new TakeDownTemporaryAlert { By = v.Person("By"), Number = number },
                RemedialSteps.By)]
            : [];
}
