namespace IncidentKit;

/// <summary>The decision table of the default process (P03), as data.</summary>
internal static class SeverityTable
{
    public static IReadOnlyList<SeverityRow> Default { get; } =
    [
        new()
        {
            Name = "data lost or exposed",
            Level = 1,
            Reason = "data was lost or exposed",
            Data = [DataImpact.Lost, DataImpact.Exposed],
        },
        new() { Name = "internal only", Level = 4, Reason = "no customer sees it", CustomersAffected = false },
        new() { Name = "cosmetic", Level = 4, Reason = "nothing but looks is hit", Function = [ImpactFunction.Cosmetic] },
        new()
        {
            Name = "critical, failing for most", Level = 1, Reason = "a critical function fails for most",
            Function = [ImpactFunction.Critical], State = ImpactState.Failing, Reach = [ImpactReach.Most],
        },
        new()
        {
            Name = "critical, failing",
            Level = 2,
            Reason = "a critical function fails",
            Function = [ImpactFunction.Critical],
            State = ImpactState.Failing,
        },
        new()
        {
            Name = "major, failing for many", Level = 2, Reason = "a major function fails for many",
            Function = [ImpactFunction.Major], State = ImpactState.Failing, Reach = [ImpactReach.Many, ImpactReach.Most],
        },
        new()
        {
            Name = "degraded for many", Level = 2, Reason = "a critical or major function is degraded for many",
            Function = [ImpactFunction.Major, ImpactFunction.Critical],
            State = ImpactState.Degraded, Reach = [ImpactReach.Many, ImpactReach.Most],
        },
        new() { Name = "otherwise", Level = 3, Reason = "customers are hit, and nothing more severe fits" },
    ];
}
