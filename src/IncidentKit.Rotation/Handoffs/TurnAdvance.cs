namespace IncidentKit.Rotation;

/// <summary>What the length of a turn counts.</summary>
public enum TurnAdvance
{
    /// <summary>Units of time.</summary>
    Turn,

    /// <summary>Days on which a window starts, so that nobody loses a turn to days that are not worked.</summary>
    ActiveDay,
}
