namespace IncidentKit.Rotation;

/// <summary>What the length of a turn counts.</summary>
public enum TurnAdvance
{
    /// <summary>Units of time.</summary>
    Turn,

    /// <summary>Days on which a window starts, from the date of the origin; so nobody is passed over on days that are not worked.</summary>
    ActiveDay,
}
