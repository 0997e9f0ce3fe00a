namespace IncidentKit;

/// <summary>A document is not sound. Holds every fault that was found; nothing was taken from it.</summary>
/// <remarks>The message has the first 50 faults and the count of the rest. Immutable and thread-safe.</remarks>
public sealed class DocumentException : FormatException
{
    private const int PrintedFaults = 50;

    /// <summary>Creates the exception.</summary>
    /// <param name="source">What the document is called, such as its file.</param>
    /// <param name="faults">Its faults, at least one.</param>
    public DocumentException(string source, IReadOnlyList<DocumentFault> faults)
        : base(string.Join(
            Environment.NewLine,
            LinesOf(source, faults ?? throw new ArgumentNullException(nameof(faults)), PrintedFaults))) =>
        (Document, Faults) = (source, faults);

    /// <summary>What the document is called, such as its file.</summary>
    public string Document { get; }

    /// <summary>Its faults.</summary>
    public IReadOnlyList<DocumentFault> Faults { get; }

    /// <summary>
    /// One line per fault, at most <paramref name="most"/>, then a count. What breaks a line or steers a terminal is shown as
    /// U+FFFD, long values are cut.
    /// </summary>
    public IEnumerable<string> Lines(int most = PrintedFaults) => LinesOf(Document, Faults, most);

    private static IEnumerable<string> LinesOf(string document, IReadOnlyList<DocumentFault> faults, int most)
    {
        foreach (var fault in faults.Take(most))
            yield return LineOf(document, fault);
        if (faults.Count > most)
            yield return $"{FaultLine.Of(document)}: … and {faults.Count - most} more {(faults.Count - most == 1 ? "fault" : "faults")}";
    }

    private static string LineOf(string document, DocumentFault fault) =>
        $"{FaultLine.Of(document)}: {FaultLine.Of(fault.Place)}: {FaultLine.OfReason(fault.Reason)}";
}
