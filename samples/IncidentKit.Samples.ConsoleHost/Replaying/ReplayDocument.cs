namespace IncidentKit.Samples.ConsoleHost.Replaying;

// The JSON that `replay --json` prints. Null keys are written; instants are UTC in whole seconds.
internal sealed record ReplayDocument(
    string Id,
    string Title,
    ReplaySeverity Severity,
    IncidentPhase Phase,
    ReplayTimes Times,
    ReplaySeconds Seconds,
    DowntimeBasis? DowntimeBasis,
    IReadOnlyList<ReplayObligation> Obligations,
    IReadOnlyList<ReplayDeviation> Deviations,
    IReadOnlyList<ReplayContradiction> Contradictions,
    PublicPostMortem PublicPostMortem,
    IReadOnlyList<ReplayMessage> Messages);
