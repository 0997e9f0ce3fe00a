using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

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
            "IK5011", Enforce, [typeof(LiftRestriction)],
            "What is lifted is restricted (P62).",
            "Nothing to do: everybody may read the incident.",
            c => c.Incident.IsRestricted ? null : new RuleBreach("The incident is not restricted."),
            _ => [StepOffer.NothingToDo, Restricted]),
    ];
}
