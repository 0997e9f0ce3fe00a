namespace IncidentKit;

/// <summary>The rules of the library, in the order of their ids.</summary>
/// <remarks>Thread-safe.</remarks>
public static class BuiltInRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IncidentRule> All { get; } =
        [.. FormRules.All, .. OrderRules.All, .. StaffingRules.All, .. AuthorityRules.All, .. GateRules.All];
}
