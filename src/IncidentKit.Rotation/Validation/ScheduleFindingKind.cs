namespace IncidentKit.Rotation;

/// <summary>What the validator can find.</summary>
public enum ScheduleFindingKind
{
    /// <summary>The end of a layer is not after its start: it never applies.</summary>
    LayerNeverApplies,

    /// <summary>A layer has people, and layers of higher priority hide them all the time.</summary>
    LayerAlwaysHidden,

    /// <summary>A window never starts, or never while somebody is on duty in its layer.</summary>
    WindowMeetsNoTurn,

    /// <summary>Somebody on a roster never gets a turn in that layer.</summary>
    PersonWithoutTurn,

    /// <summary>Two handoffs fall together where the clocks jump: the turn between them is lost, and its entry is passed over.</summary>
    HandoffsFallTogether,

    /// <summary>An override changes nothing at any time.</summary>
    OverrideWithoutEffect,

    /// <summary>A turn is longer than a week, which risks burn-out (P43).</summary>
    TurnLongerThanWeek,

    /// <summary>A turn is shorter than a week, which gives too little context (P43).</summary>
    TurnShorterThanWeek,
}
