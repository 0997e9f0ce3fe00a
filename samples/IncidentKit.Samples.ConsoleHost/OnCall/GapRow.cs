namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record GapRow(DateTimeOffset Start, DateTimeOffset End);
