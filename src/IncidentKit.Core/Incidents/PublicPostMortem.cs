namespace IncidentKit;

/// <summary>Whether a public post-mortem is due (P54).</summary>
public enum PublicPostMortem
{
    /// <summary>It is due.</summary>
    Due,

    /// <summary>It is not due.</summary>
    NotDue,

    /// <summary>The downtime is not known.</summary>
    Unknown,
}
