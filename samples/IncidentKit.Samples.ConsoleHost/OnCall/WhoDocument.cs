namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record WhoDocument(IReadOnlyList<WhoAnswer> Answers);
