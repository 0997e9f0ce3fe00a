namespace IncidentKit;

/// <summary>Says what is wrong with a policy.</summary>
/// <remarks>Thread-safe.</remarks>
public static class PolicyValidation
{
    /// <summary>Everything that is wrong with the policy; empty for one that can be followed and whose values agree.</summary>
    /// <remarks>
    /// Where the values are sound, incidents are played through under the policy: what can never be reached, left or done is
    /// an error, with the commands that show it. Values that contradict each other are advice. It is worked out once per
    /// policy, in some milliseconds per level; a lifecycle and a catalogue of policies look at the values alone, and the
    /// start of a host at all errors.
    /// </remarks>
    public static IReadOnlyList<PolicyFault> Validate(this IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.KnownFaults ??= policy.Unsound is { Count: > 0 } faults
            ? faults
            : [.. PolicyExploration.FaultsOf(policy), .. PolicyAdvice.Of(policy)];
    }
}
