namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record UpdatesRow(int Kept, int Promised, IReadOnlyList<string> Unknown);
