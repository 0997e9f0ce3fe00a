using static IncidentKit.ExampleSteps;
using static IncidentKit.RuleDefinition;

namespace IncidentKit;

/// <summary>Restricted incidents.</summary>
internal static class RestrictionRules
{
    // What is not restricted is restricted in order to be lifted only where nothing else helps.
    private static readonly StepOffer Restricted =
        StepOffer.Give("Restrict the incident.", v => new Restrict { By = v.Person("By") }, RemedialSteps.By).As(StepResort.Fallback);

    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK5011",
            RuleEnforcement.Enforce,
            "What is lifted is restricted (P62).",
            "Nothing to do: everybody may read the incident.",
            [typeof(LiftRestriction)],
            new("Lifting a restriction once customers were told.", [new Restrict { By = Alice, Reason = "data was exposed" }], Lift()),
            new("Lifting what was never restricted.", [], Lift()),
            c => c.Incident.IsRestricted ? null : new RuleBreach("The incident is not restricted."),
            _ => [StepOffer.NothingToDo, Restricted]),
    ];

    private static LiftRestriction Lift() => new() { By = Alice, Reason = "customers were told" };
}
