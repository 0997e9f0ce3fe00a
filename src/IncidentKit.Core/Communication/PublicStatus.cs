namespace IncidentKit;

/// <summary>What a public status page says.</summary>
public enum PublicStatus
{
    /// <summary>The cause is not known yet.</summary>
    Investigating,

    /// <summary>The cause is known.</summary>
    Identified,

    /// <summary>Service is back and watched.</summary>
    Monitoring,

    /// <summary>It is over; also the closing post of a cancelled incident.</summary>
    Resolved,
}
