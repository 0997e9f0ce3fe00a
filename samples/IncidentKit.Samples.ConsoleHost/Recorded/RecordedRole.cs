namespace IncidentKit.Samples.ConsoleHost.Recorded;

internal sealed record RecordedRole(IncidentRole Role, string? Person, DateTimeOffset? At);
