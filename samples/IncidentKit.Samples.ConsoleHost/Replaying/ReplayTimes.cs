namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record ReplayTimes(
    DateTimeOffset? Started,
    DateTimeOffset? Detected,
    DateTimeOffset? Declared,
    DateTimeOffset? Acknowledged,
    DateTimeOffset? Mitigated,
    DateTimeOffset? Resolved);
