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

/// <summary>What the handoffs of a grid are aligned to.</summary>
public enum GridAlignment
{
    /// <summary>The origin: handoff n lies n turns after it.</summary>
    Start,

    /// <summary>
    /// The calendar: handoffs lie at local midnight of the first day of a week or of a month, counted from the week or
    /// month that holds the origin.
    /// </summary>
    Calendar,
}

/// <summary>What the length of a turn counts.</summary>
public enum TurnAdvance
{
    /// <summary>Units of time.</summary>
    Turn,

    /// <summary>Days on which a window starts, from the date of the origin; so nobody is passed over on days that are not worked.</summary>
    ActiveDay,
}
