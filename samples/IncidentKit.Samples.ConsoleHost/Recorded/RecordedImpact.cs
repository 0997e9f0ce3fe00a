namespace IncidentKit.Samples.ConsoleHost.Recorded;

internal sealed record RecordedImpact(ImpactKind Kind, DateTimeOffset? From, DateTimeOffset? To, double? Share);
