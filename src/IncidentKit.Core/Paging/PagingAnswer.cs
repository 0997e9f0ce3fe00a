namespace IncidentKit;

/// <summary>What an incident asks for at an instant.</summary>
public enum PagingAnswer
{
    /// <summary>People are paged.</summary>
    Page,

    /// <summary>A ticket is filed, and nobody is paged.</summary>
    Ticket,

    /// <summary>A ticket is filed at once, and a page of low urgency goes out when business hours open.</summary>
    TicketThenLowUrgencyPage,
}
