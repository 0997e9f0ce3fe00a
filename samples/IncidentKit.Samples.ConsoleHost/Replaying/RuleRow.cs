namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record RuleRow(
    string Id,
    string Subject,
    string Summary,
    string Remedy,
    string Enforcement,
    bool Waivable);
