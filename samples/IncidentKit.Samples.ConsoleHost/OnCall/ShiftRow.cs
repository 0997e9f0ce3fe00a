namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record ShiftRow(string Person, DateTimeOffset Start, DateTimeOffset End);
