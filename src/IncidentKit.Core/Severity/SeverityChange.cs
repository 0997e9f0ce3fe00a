namespace IncidentKit;

/// <summary>What the setting of a level did.</summary>
public enum SeverityChange
{
    /// <summary>The first level was set.</summary>
    Set,

    /// <summary>The level was raised.</summary>
    Raised,

    /// <summary>The level was lowered.</summary>
    Lowered,

    /// <summary>The level was named again, or a lower one was named without lowering: kept as a fact, nothing changed.</summary>
    Kept,

    /// <summary>The final level was corrected after the end: figures follow, obligations do not (P05).</summary>
    Reviewed,
}
