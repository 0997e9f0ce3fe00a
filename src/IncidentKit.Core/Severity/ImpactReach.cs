namespace IncidentKit;

/// <summary>How many of those who use the function are hit, the fewest first.</summary>
public enum ImpactReach
{
    /// <summary>Fewer than many: below 10%.</summary>
    Some,

    /// <summary>From 10%.</summary>
    Many,

    /// <summary>From 50%.</summary>
    Most,
}
