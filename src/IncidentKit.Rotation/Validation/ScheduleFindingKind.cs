namespace IncidentKit.Rotation;

/// <summary>What the validator can find.</summary>
public enum ScheduleFindingKind
{
    /// <summary>The end of a layer is not after its start: it never applies.</summary>
    LayerNeverApplies,

    /// <summary>Layers of higher priority always hide a layer that has people.</summary>
    LayerAlwaysHidden,

    /// <summary>A window never starts, or never while somebody is on duty.</summary>
    WindowMeetsNoTurn,

    /// <summary>Somebody on a roster never gets a turn in that layer.</summary>
    PersonWithoutTurn,

    /// <summary>The clocks skip a turn between two handoffs, and its entry is passed over.</summary>
    HandoffsFallTogether,

    /// <summary>An override changes nothing at any time.</summary>
    OverrideWithoutEffect,

    /// <summary>A turn is longer than a week, which risks burn-out (P43).</summary>
    TurnLongerThanWeek,

    /// <summary>A turn is shorter than a week, which gives too little context (P43).</summary>
    TurnShorterThanWeek,
}
