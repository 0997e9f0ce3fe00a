namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record AdviceRow(string Kind, double Figure, double Limit, string Message);
