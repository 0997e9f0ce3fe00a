namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record DurationRow(
    string Figure,
    string Definition,
    int N,
    double? MedianSeconds,
    double? P90Seconds,
    double? TotalSeconds,
    IReadOnlyList<SampleRow> Samples,
    IReadOnlyList<SampleRow> AtMost,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Contradictory,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> Without);
