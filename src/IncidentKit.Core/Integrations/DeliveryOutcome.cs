namespace IncidentKit;

/// <summary>What came of handing something to a port.</summary>
public enum DeliveryOutcome
{
    /// <summary>The service has it.</summary>
    Delivered,

    /// <summary>There was nothing to send any more, or it must not go out: done.</summary>
    Withheld,

    /// <summary>The service will never take it as it is.</summary>
    Refused,

    /// <summary>It has not happened; the service asks to wait, or could not be reached.</summary>
    Throttled,

    /// <summary>It may have happened or not: it is sent again with the same delivery id.</summary>
    Unknown,
}
