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
