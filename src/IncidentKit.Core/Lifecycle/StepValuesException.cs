namespace IncidentKit;

/// <summary>Values that were filled into a step do not keep its constraints. Names every one of them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class StepValuesException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="faults">By the key of the parameter, what is wrong; at least one.</param>
    public StepValuesException(IReadOnlyDictionary<string, string> faults)
        : base("The step cannot be taken: "
            + $"{string.Join("; ", (faults ?? throw new ArgumentNullException(nameof(faults))).Select(f => $"{f.Key}: {f.Value}"))}.") =>
        Faults = faults;

    /// <summary>By the key of the parameter, what is wrong.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; }
}
