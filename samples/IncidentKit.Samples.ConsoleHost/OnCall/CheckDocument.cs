namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record CheckDocument(IReadOnlyList<FindingRow> Findings);
