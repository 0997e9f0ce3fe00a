namespace IncidentKit.Rotation;

/// <summary>The unit of a turn's length.</summary>
public enum TurnUnit
{
    /// <summary>Hours of the clocks on the wall.</summary>
    Hourly,

    /// <summary>Local days.</summary>
    Daily,

    /// <summary>Weeks of seven local days.</summary>
    Weekly,

    /// <summary>Months; a missing day means the last day of the month, counted from the origin.</summary>
    Monthly,
}
