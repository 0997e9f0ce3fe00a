namespace IncidentKit;

/// <summary>The people that a level pages, and the hours at which it pages.</summary>
public enum PagingHours
{
    /// <summary>People are paged at any hour.</summary>
    AnyHour,

    /// <summary>People are paged in business hours; outside them a ticket is filed at once.</summary>
    BusinessHours,

    /// <summary>Nobody is paged: a ticket is filed.</summary>
    Ticket,
}
