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

    /// <summary>Months; a day that a month lacks means its last day, counted from the origin.</summary>
    Monthly,
}
