namespace IncidentKit;

/// <summary>The checks of a playbook cannot be asked. Holds every fault that was found.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MitigationPlaybookException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="faults">The faults, each with its check, at least one.</param>
    public MitigationPlaybookException(IReadOnlyList<string> faults)
        : base("The mitigation playbook cannot be followed:"
            + string.Concat(
                (faults ?? throw new ArgumentNullException(nameof(faults))).Select(fault => $"{Environment.NewLine}  {fault}"))) =>
        Faults = faults;

    /// <summary>The faults, each with its check and the remedy.</summary>
    public IReadOnlyList<string> Faults { get; }
}
