namespace IncidentKit;

/// <summary>What a planned row does.</summary>
public enum PlannedAction
{
    /// <summary>People are paged.</summary>
    Page,

    /// <summary>People are paged with low urgency.</summary>
    LowUrgencyPage,

    /// <summary>A ticket is filed.</summary>
    Ticket,

    /// <summary>There is nobody to page.</summary>
    Skip,

    /// <summary>The escalation is exhausted.</summary>
    Exhausted,
}
