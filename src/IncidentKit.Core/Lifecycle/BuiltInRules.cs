namespace IncidentKit;

/// <summary>The rules of the library, in the order of their ids.</summary>
/// <remarks>Thread-safe.</remarks>
public static class BuiltInRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        .. new[]
        {
            FormRules.All, LifecycleRules.All, RestrictionRules.All, SeverityRules.All, StaffingRules.All, AuthorityRules.All,
            MitigationRules.All, CommunicationRules.All, AlertRules.All, PostMortemRules.All,
        }.SelectMany(rules => rules).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static HashSet<IncidentRule> Own { get; } = [.. All];

    /// <summary>Whether the rule is one of the library.</summary>
    internal static bool IsOwn(IncidentRule rule) => Own.Contains(rule);
}
