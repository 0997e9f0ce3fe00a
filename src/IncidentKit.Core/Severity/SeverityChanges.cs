namespace IncidentKit;

/// <summary>Makes the events of commands that change a level.</summary>
internal static class SeverityChanges
{
    public static SeverityChanged To(EventRecorder recorder, int level, SeverityChange change, string? reason = null) =>
        new() { Change = change, Level = level, LevelName = recorder.Policy.Level(level).Name, Reason = reason };

    /// <summary>What naming a level means: a level is lowered by a command of its own, so a lower one is kept as a fact.</summary>
    public static SeverityChange KindOf(Incident incident, int level) =>
        incident.Level is null || incident.IsRetrospective ? SeverityChange.Set
        : level < incident.Level ? SeverityChange.Raised
        : SeverityChange.Kept;
}
