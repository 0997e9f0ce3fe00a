namespace IncidentKit;

/// <summary>Why a page was due (P30 to P32, P08).</summary>
public enum PagingCause
{
    /// <summary>The incident was declared.</summary>
    Declared,

    /// <summary>It came back: a recurrence, or reopened for it.</summary>
    Recurred,

    /// <summary>Nobody recorded anything while it was not mitigated.</summary>
    Silence,

    /// <summary>Nobody acknowledged the step before in time.</summary>
    NotAcknowledged,

    /// <summary>The step before reached nobody.</summary>
    NotReached,

    /// <summary>A level was set or raised, and more people belong to it.</summary>
    LevelRaised,

    /// <summary>The roles stayed unfilled (P08).</summary>
    RolesUnfilled,

    /// <summary>All steps and repeats passed without an acknowledgement.</summary>
    Exhausted,

    /// <summary>Business hours opened.</summary>
    HoursOpened,

    /// <summary>Somebody asked for it.</summary>
    Requested,
}
