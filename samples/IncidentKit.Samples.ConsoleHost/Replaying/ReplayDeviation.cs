namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record ReplayDeviation(string Rule, DateTimeOffset? At, string Message);
