namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record ReplayContradiction(string What, IReadOnlyList<string> Between, string Message);
