namespace IncidentKit;

/// <summary>Where an incident stands (P16).</summary>
public enum IncidentPhase
{
    /// <summary>It is being noticed, acknowledged and triaged.</summary>
    Detection,

    /// <summary>The bleeding is being stopped.</summary>
    Mitigation,

    /// <summary>Service is back, or the incident was escalated unmitigated: the cause is investigated.</summary>
    Resolution,

    /// <summary>It is resolved: the service is watched, and the post-mortem is on its way.</summary>
    Recovery,

    /// <summary>It is over, with everything its level asks for.</summary>
    Closed,

    /// <summary>It ended as a false alarm, a duplicate or a ticket.</summary>
    Cancelled,
}
