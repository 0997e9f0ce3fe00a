namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record ReplayObligation(
    string Obligation,
    DateTimeOffset? Since,
    DateTimeOffset? DueAt,
    DateTimeOffset? MetAt,
    ObligationStatus Status);
