namespace IncidentKit.Samples.ConsoleHost.Recorded;

internal sealed record RecordedRecurrence(DateTimeOffset At, RecordedTime Mitigated);
