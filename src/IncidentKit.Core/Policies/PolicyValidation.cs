namespace IncidentKit;

/// <summary>Says what is wrong with a policy.</summary>
/// <remarks>Thread-safe.</remarks>
public static class PolicyValidation
{
    /// <summary>Everything for which the start of a host refuses the policy; empty for a policy that can be followed.</summary>
    /// <remarks>
    /// First the values are checked. If they are sound, one incident of each level is planned from its declaration to its end: a level at
    /// which no incident can be closed is a fault, with the commands that show it. The result is computed once per policy, in some
    /// milliseconds; a lifecycle and a catalogue of policies check the values alone. Advice, and a search through every phase and gate, are
    /// in <c>PolicyLinter</c> of the package IncidentKit.Testing.
    /// </remarks>
    /// <param name="policy">The policy.</param>
    public static IReadOnlyList<PolicyFault> Validate(this IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.KnownFaults ??= policy.Unsound is { Count: > 0 } faults ? faults : [.. ClosingCheck.FaultsOf(policy)];
    }
}
