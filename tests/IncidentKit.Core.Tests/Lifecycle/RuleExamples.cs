namespace IncidentKit.Tests.Lifecycle;

/// <summary>One example that keeps each rule, and one that breaks it, by the id of the rule.</summary>
internal static class RuleExamples
{
    public static IReadOnlyDictionary<string, (RuleExample Passing, RuleExample Failing)> All { get; } =
        new[] { FormRuleExamples.All, OrderRuleExamples.All, RoleRuleExamples.All, GateRuleExamples.All }
            .SelectMany(examples => examples)
            .ToDictionary(StringComparer.Ordinal);
}
