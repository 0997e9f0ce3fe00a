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

/// <summary>Something that the process demands by an instant, and how it stands.</summary>
/// <remarks>Equal by value; immutable and thread-safe. Times are in UTC.</remarks>
public sealed record Obligation
{
    /// <summary>The name: one of <see cref="ObligationNames"/>, or a host's own.</summary>
    public required string Name { get; init; }

    /// <summary>Since when it counts; null where that is unknown or it is not required.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>By when it is to be met; null where that is unknown or it is not required.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was met; null where it was not, or that is unknown.</summary>
    public DateTimeOffset? MetAt { get; init; }

    /// <summary>How it stands.</summary>
    public required ObligationStatus Status { get; init; }
}
