namespace IncidentKit.Testing;

/// <summary>Finds what an incident can never reach or do under a policy, and values that contradict each other.</summary>
/// <remarks>Thread-safe.</remarks>
public static class PolicyLinter
{
    /// <summary>All findings about a policy; empty if there are none.</summary>
    /// <remarks>
    /// It looks further than the start of a host. If the values of the policy are sound, an incident of each level is played through. A
    /// phase that cannot be reached or left, and a gate that nothing opens, is an error. It is advice if a rule that refuses does not say
    /// what helps, and if values contradict each other. It takes some tens of milliseconds for each level: run it in a test.
    /// </remarks>
    /// <param name="policy">The policy.</param>
    public static IReadOnlyList<PolicyFinding> Check(IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var faults = policy.Validate().Where(fault => fault.Trace.Count == 0).ToList();
        return faults.Count > 0
            ? faults.ConvertAll(fault => new PolicyFinding(fault.Place, fault.Reason, PolicyFindingSeverity.Error))
            : [.. PolicyExploration.FindingsOf(policy), .. PolicyAdvice.Of(policy)];
    }
}
