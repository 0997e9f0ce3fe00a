namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record DiffDocument(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ChangeRow> Changes);
