namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record ReplayMessage(string Kind, DateTimeOffset? At, string? Subject, string Text);
