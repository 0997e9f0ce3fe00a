namespace IncidentKit;

/// <summary>How an obligation stands at an instant.</summary>
public enum ObligationStatus
{
    /// <summary>Not met, and due in the future.</summary>
    Pending,

    /// <summary>Met by its due instant.</summary>
    Met,

    /// <summary>Met after its due instant.</summary>
    MetLate,

    /// <summary>Its due instant has come, and it is not met.</summary>
    Missed,

    /// <summary>It was pending when it was waived, or when the incident ended.</summary>
    Waived,

    /// <summary>Its start, its due instant, or whether it was met cannot be known.</summary>
    Unknown,

    /// <summary>The level, the customers or the course of the incident do not ask for it.</summary>
    NotRequired,
}
