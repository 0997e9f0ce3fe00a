namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record PostMortemsRow(
    int Of,
    IReadOnlyList<string> OnTime,
    IReadOnlyList<string> Late,
    IReadOnlyList<string> Missed,
    IReadOnlyList<string> Pending,
    IReadOnlyList<string> Unknown);
