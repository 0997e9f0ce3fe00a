namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record ContradictionRow(string Incident, string What, IReadOnlyList<string> Between, string Message);
