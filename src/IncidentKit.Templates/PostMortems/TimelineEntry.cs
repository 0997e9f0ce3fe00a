namespace IncidentKit.Templates;

/// <summary>A row of the timeline.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record TimelineEntry
{
    /// <summary>When, in UTC; null if unknown.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The step of the process, such as "Detected"; null for everything else.</summary>
    public string? Milestone { get; init; }

    /// <summary>What happened, in words; null where the milestone says it all.</summary>
    public string? Text { get; init; }
}
