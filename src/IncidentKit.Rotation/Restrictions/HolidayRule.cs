namespace IncidentKit.Rotation;

/// <summary>What the holidays of a schedule mean for a window.</summary>
public enum HolidayRule
{
    /// <summary>Nothing.</summary>
    Ignored,

    /// <summary>The window starts on no holiday.</summary>
    Except,

    /// <summary>The window starts on holidays only.</summary>
    Only,
}
