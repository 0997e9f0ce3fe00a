namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record ChangeRow(DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<string> Before, IReadOnlyList<string> After);
