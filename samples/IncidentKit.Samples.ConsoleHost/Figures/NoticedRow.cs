namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record NoticedRow(
    IReadOnlyList<string> Alert, IReadOnlyList<string> Colleague, IReadOnlyList<string> Customer, IReadOnlyList<string> Unknown);
