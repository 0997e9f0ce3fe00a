using System.Globalization;
using static IncidentKit.ExampleSteps;
using static IncidentKit.RuleDefinition;

namespace IncidentKit;

/// <summary>Alerts: which incident one belongs to, and temporary ones that are left.</summary>
internal static class AlertRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK2007",
            RuleEnforcement.Warn,
            "An alert belongs to one open incident (P17).",
            "Mark one of the two as a duplicate of the other.",
            [typeof(AttachAlert)],
            new("An alert that no other incident has.", [], Attach()),
            new("An alert that another open incident has.", [], Attach() with { AlsoAt = Other }),
            c => c.Command is AttachAlert { AlsoAt: { } other }
                ? new RuleBreach($"The alert is attached to incident {other} already.")
                : null,
            _ => []),
        Rule(
            "IK5009",
            RuleEnforcement.Warn,
            "Temporary alerts are taken down (P25).",
            "Take the temporary alerts down.",
            [typeof(CloseIncident)],
            new(
                "Closing with the temporary alert taken down.",
                [.. Resolved(4), Watched(), new TakeDownTemporaryAlert { By = Alice, Number = 1 }],
                Close),
            new("Closing while a temporary alert stands.", [.. Resolved(4), Watched()], Close),
            Standing,
            TakenDown),
    ];

    private static IncidentId Other => new(new Guid("0199a1b2-0000-7000-8000-000000000001"));

    private static AttachAlert Attach() => new() { By = Alice, Key = "checkout-5xx" };

    private static SetTemporaryAlert Watched() => new() { By = Alice, Alert = "checkout error rate over 0.5% for a minute" };

    private static RuleBreach? Standing(RuleContext context)
    {
        var standing = context.Incident.TemporaryAlerts.Where(alert => !alert.IsTakenDown).Select(alert => alert.Number).ToList();
        return standing.Count > 0 ? new RuleBreach($"Still in place: {Numbered("temporary alert", standing)}.") : null;
    }

    private static IEnumerable<StepOffer> TakenDown(RuleContext context) =>
        context.Incident.TemporaryAlerts.FirstOrDefault(alert => !alert.IsTakenDown) is { Number: var number }
            ? [StepOffer.Give(
                string.Create(CultureInfo.InvariantCulture, $"Take down temporary alert {number}."),
                v => new TakeDownTemporaryAlert { By = v.Person("By"), Number = number },
                RemedialSteps.By)]
            : [];
}
