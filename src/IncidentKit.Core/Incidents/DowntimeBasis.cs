namespace IncidentKit;

/// <summary>Where the downtime of an incident comes from.</summary>
public enum DowntimeBasis
{
    /// <summary>From the stated outage intervals.</summary>
    Intervals,

    /// <summary>Assumed: from the start of impact to the first mitigation.</summary>
    Assumed,

    /// <summary>An upper bound: from the start of impact to the last resolution.</summary>
    UpperBound,
}
