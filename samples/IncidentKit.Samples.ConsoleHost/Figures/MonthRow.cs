namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record MonthRow(string Month, int Count);
