namespace IncidentKit;

/// <summary>A policy cannot be followed. Holds every fault that was found.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentPolicyException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="policy">The name of the policy.</param>
    /// <param name="faults">Its faults, at least one.</param>
    public IncidentPolicyException(string policy, IReadOnlyList<PolicyFault> faults)
        : base($"The incident policy \"{policy}\" cannot be followed:"
            + string.Concat((faults ?? throw new ArgumentNullException(nameof(faults))).Select(f => $"{Environment.NewLine}  {f}"))) =>
        (Policy, Faults) = (policy, faults);

    /// <summary>The name of the policy.</summary>
    public string Policy { get; }

    /// <summary>Its faults.</summary>
    public IReadOnlyList<PolicyFault> Faults { get; }
}
