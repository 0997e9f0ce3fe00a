namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>One thing that is wrong with a file: where, and why.</summary>
internal sealed record Fault(string Place, string Reason);

/// <summary>A file is not sound. Holds every fault that was found.</summary>
internal sealed class UnsoundFileException(string file, IReadOnlyList<Fault> faults) : FormatException($"{file}: {faults.Count} faults")
{
    private const int Shown = 50;

    public IReadOnlyList<Fault> Faults { get; } = faults;

    /// <summary>One line per fault, at most fifty, then a count.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var fault in Faults.Take(Shown))
            yield return $"{file}: {fault.Place}: {fault.Reason}";
        if (Faults.Count > Shown)
            yield return $"{file}: … and {Faults.Count - Shown} more faults";
    }
}
