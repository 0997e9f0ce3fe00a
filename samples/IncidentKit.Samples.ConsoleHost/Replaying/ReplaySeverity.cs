namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record ReplaySeverity(int Level, string Name, string Reason);
