namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record FindingRow(string Kind, string Place, string Message, string Remedy);
