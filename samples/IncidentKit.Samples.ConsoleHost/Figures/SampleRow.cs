namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record SampleRow(string Incident, double Seconds);
