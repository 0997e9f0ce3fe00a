namespace IncidentKit;

/// <summary>Tells phases apart.</summary>
/// <remarks>Thread-safe.</remarks>
public static class IncidentPhases
{
    /// <summary>Whether an incident in this phase is neither closed nor cancelled.</summary>
    public static bool IsOpen(this IncidentPhase phase) => phase is not (IncidentPhase.Closed or IncidentPhase.Cancelled);
}
