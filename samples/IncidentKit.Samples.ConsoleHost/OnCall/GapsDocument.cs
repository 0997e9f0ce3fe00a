namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record GapsDocument(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<GapRow> Gaps);
