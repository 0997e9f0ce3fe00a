namespace IncidentKit;

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

    /// <summary>What the host's own code threw, where it is a host's obligation and stands as unknown for that.</summary>
    public Exception? Exception { get; init; }
}
