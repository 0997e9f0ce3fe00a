namespace IncidentKit.Samples.ConsoleHost.Recorded;

internal sealed record RecordedUpdate(DateTimeOffset? At, bool Public, DateTimeOffset? Next, string? Text);
