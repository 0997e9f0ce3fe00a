namespace IncidentKit;

/// <summary>What was done about paging.</summary>
public enum PagingFact
{
    /// <summary>A page went out.</summary>
    Paged,

    /// <summary>A page did not reach its person.</summary>
    Failed,

    /// <summary>There was nobody to page.</summary>
    Skipped,

    /// <summary>All steps and repeats passed without an acknowledgement.</summary>
    Exhausted,

    /// <summary>A ticket was filed.</summary>
    Ticket,
}

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

/// <summary>How urgent a page is.</summary>
public enum PageUrgency
{
    /// <summary>It may wake somebody.</summary>
    High,

    /// <summary>It waits until somebody looks.</summary>
    Low,
}
