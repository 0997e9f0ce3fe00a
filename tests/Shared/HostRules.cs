namespace IncidentKit.Tests;

/// <summary>Rules as a host would write them.</summary>
internal static class HostRules
{
    public static IncidentRule Make(
        string id, Type[] appliesTo, Func<RuleContext, RuleBreach?> check,
        RuleEnforcement enforcement = RuleEnforcement.Enforce, Func<RuleContext, IEnumerable<StepOffer>>? steps = null) =>
        new()
        {
            Id = id, Category = ViolationCategory.Gate, Summary = "A rule of a host.",
            Remedy = "Ask the duty manager.", Default = enforcement, AppliesTo = appliesTo,
            Check = check, Steps = steps,
        };

    /// <summary>The default policy without one of its rules, mandatory ones included: a host cannot follow it.</summary>
    public static IncidentPolicy DefaultWithout(string id) =>
        new() { Name = "default", Rules = [.. BuiltInRules.All.Where(rule => rule.Id != id)] };
}
