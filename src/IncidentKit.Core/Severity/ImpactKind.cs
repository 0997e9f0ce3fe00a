namespace IncidentKit;

/// <summary>What kind of impact an interval had.</summary>
public enum ImpactKind
{
    /// <summary>The service was down.</summary>
    Outage,

    /// <summary>The service was slow, or failed in part.</summary>
    Degraded,

    /// <summary>Data or access was exposed.</summary>
    Exposure,
}
