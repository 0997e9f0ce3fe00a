namespace IncidentKit.Tests;

/// <summary>Rules as a host would write them.</summary>
internal static class HostRules
{
    private static readonly RuleExample Example = new("An example.", [], new AddNote { By = new Responder("alice"), Text = "seen" });

    public static IncidentRule Make(
        string id, Type[] appliesTo, Func<RuleContext, RuleBreach?> check,
        RuleEnforcement enforcement = RuleEnforcement.Enforce, Func<RuleContext, IEnumerable<StepOffer>>? steps = null) =>
        new()
        {
            Id = id, Subject = RuleSubject.Gate, Summary = "A rule of a host.",
            Remedy = "Ask the duty manager.", Default = enforcement, AppliesTo = appliesTo,
            Passing = Example, Failing = Example, Check = check, Steps = steps,
        };
}
