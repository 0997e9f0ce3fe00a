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

/// <summary>What kind of impact an interval had.</summary>
public enum ImpactKind
{
    /// <summary>The service was down.</summary>
    Outage,

    /// <summary>The service was slow, or failed in part.</summary>
    Degraded,

    /// <summary>Data or access was exposed.</summary>
    Exposure,
}

/// <summary>What a finding is (P64).</summary>
public enum FindingKind
{
    /// <summary>Something that may be so.</summary>
    Hypothesis,

    /// <summary>Something that was seen.</summary>
    Evidence,

    /// <summary>Something that is not so.</summary>
    RuledOut,
}

/// <summary>Who noticed an incident first (P58).</summary>
public enum NoticedBy
{
    /// <summary>An alert.</summary>
    Alert,

    /// <summary>A colleague.</summary>
    Colleague,

    /// <summary>A customer.</summary>
    Customer,
}

/// <summary>Why an incident was cancelled (P16).</summary>
public enum CancellationReason
{
    /// <summary>There was no incident.</summary>
    FalseAlarm,

    /// <summary>Another incident covers it.</summary>
    Duplicate,

    /// <summary>It became a ticket.</summary>
    BecameTicket,
}

/// <summary>Why an incident was reopened (P29).</summary>
public enum ReopenReason
{
    /// <summary>The failure came back: a recurrence, with obligations anew.</summary>
    CameBack,

    /// <summary>The record is incomplete: nobody is paged.</summary>
    RecordIncomplete,
}
