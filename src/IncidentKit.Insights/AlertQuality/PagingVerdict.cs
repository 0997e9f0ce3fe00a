namespace IncidentKit.Insights;

/// <summary>What a paging policy makes of an alert.</summary>
public enum PagingVerdict
{
    /// <summary>Somebody is paged urgently.</summary>
    Page,

    /// <summary>Somebody is paged at low urgency.</summary>
    LowUrgency,

    /// <summary>A ticket is filed.</summary>
    Ticket,

    /// <summary>Nothing happens.</summary>
    Nothing,
}
