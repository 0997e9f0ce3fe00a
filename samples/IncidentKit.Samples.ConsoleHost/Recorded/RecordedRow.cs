namespace IncidentKit.Samples.ConsoleHost.Recorded;

internal sealed record RecordedRow(DateTimeOffset? At, string What);
