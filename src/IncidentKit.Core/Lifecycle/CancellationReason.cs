namespace IncidentKit;

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
