namespace IncidentKit;

/// <summary>One severity level and everything that follows from it (P01, P02).</summary>
/// <remarks>A null time means that the level does not ask for the thing. Immutable once made, and thread-safe.</remarks>
public sealed class SeverityLevel
{
    /// <summary>The place of the level, 1 being the most severe.</summary>
    public required int Rank { get; init; }

    /// <summary>The name that people use, such as "SEV-1".</summary>
    public required string Name { get; init; }

    /// <summary>A word for it, such as "Critical".</summary>
    public required string Title { get; init; }

    /// <summary>What an incident of this level does to its users.</summary>
    public required string Impact { get; init; }

    /// <summary>Things that were agreed to be of this level.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>How soon a person is to acknowledge.</summary>
    public required ResponseTarget Response { get; init; }

    /// <summary>Who is told, such as "on-call" and "engineering lead".</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>Whether and when people are paged.</summary>
    public PagingHours Paging { get; init; }

    /// <summary>How many people the roles want.</summary>
    public Staffing Staffing { get; init; }

    /// <summary>The time from acknowledgement until the roles are to be filled (P08).</summary>
    public TimeSpan? StaffWithin { get; init; }

    /// <summary>The time until level and channel are to stand (P16).</summary>
    public TwoClockDeadline? StandUpWithin { get; init; }

    /// <summary>The time until service is to be mitigated, or the incident escalated (P16).</summary>
    public TwoClockDeadline? MitigateWithin { get; init; }

    /// <summary>The time from acknowledgement until the first public update (P21).</summary>
    public TimeSpan? FirstPublicUpdateWithin { get; init; }

    /// <summary>The time from one update to the next (P23).</summary>
    public TimeSpan? UpdateEvery { get; init; }

    /// <summary>Whether a post-mortem is wanted (P28).</summary>
    public PostMortemDemand PostMortem { get; init; }

    /// <summary>How long the service is watched for a recurrence after resolution (P25).</summary>
    public TimeSpan? WatchFor { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Name} {Title}";
}
