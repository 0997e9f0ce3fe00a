namespace IncidentKit;

/// <summary>In what state the function is, the lesser impact first.</summary>
public enum ImpactState
{
    /// <summary>It works, slowly or late.</summary>
    Degraded,

    /// <summary>It is down, or fails.</summary>
    Failing,
}
