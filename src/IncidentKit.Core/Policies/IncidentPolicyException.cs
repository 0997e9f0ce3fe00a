namespace IncidentKit;

/// <summary>A policy cannot be followed. Holds every fault that was found.</summary>
/// <remarks>The message has the first 50 faults and the count of the rest. Immutable and thread-safe.</remarks>
public sealed class IncidentPolicyException : ArgumentException
{
    private const int PrintedFaults = 50;

    /// <summary>Creates the exception.</summary>
    /// <param name="policy">The name of the policy.</param>
    /// <param name="faults">Its faults, at least one.</param>
    public IncidentPolicyException(string policy, IReadOnlyList<PolicyFault> faults)
        : base($"The incident policy \"{policy}\" cannot be followed:{Lines(faults ?? throw new ArgumentNullException(nameof(faults)))}") =>
        (Policy, Faults) = (policy, faults);

    /// <summary>The name of the policy.</summary>
    public string Policy { get; }

    /// <summary>Its faults.</summary>
    public IReadOnlyList<PolicyFault> Faults { get; }

    private static string Lines(IReadOnlyList<PolicyFault> faults)
    {
        var lines = string.Concat(faults.Take(PrintedFaults).Select(fault => $"{Environment.NewLine}  {fault}"));
        return faults.Count <= PrintedFaults ? lines : $"{lines}{Environment.NewLine}  … and {faults.Count - PrintedFaults} more";
    }
}
