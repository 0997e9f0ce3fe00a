namespace IncidentKit;

/// <summary>Makes the rules of the library, whose ids begin with the number of their subject.</summary>
internal static class RuleDefinition
{
    public static IncidentRule Rule(
        string id,
        RuleEnforcement enforcement,
        Type[] appliesTo,
        string summary,
        string remedy,
        Func<RuleContext, RuleBreach?> check,
        Func<RuleContext, IEnumerable<StepOffer>>? steps,
        bool waivable = false,
        bool mandatory = false,
        bool warnsInStrict = false) =>
        new()
        {
            Id = id, Category = (ViolationCategory)(id["IK".Length] - '0'), Summary = summary, Remedy = remedy, Default = enforcement,
            AppliesTo = appliesTo, Check = check, Steps = steps, IsWaivable = waivable,
            IsMandatory = mandatory, WarnsInStrict = warnsInStrict,
        };

    /// <summary>What is meant, in words such as "action items 1, 3".</summary>
    public static string Numbered(string what, IReadOnlyList<int> numbers) =>
        $"{what}{(numbers.Count > 1 ? "s" : "")} {string.Join(", ", numbers)}";
}
