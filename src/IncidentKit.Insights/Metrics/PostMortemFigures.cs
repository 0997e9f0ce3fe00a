namespace IncidentKit.Insights;

/// <summary>How many post-mortems were fixed, held and published on time (P27), each by the worst of the three.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PostMortemFigures
{
    /// <summary>All that is asked was on time.</summary>
    public required IReadOnlyList<IncidentId> OnTime { get; init; }

    /// <summary>Something was late, and nothing is missing.</summary>
    public required IReadOnlyList<IncidentId> Late { get; init; }

    /// <summary>Something was missed.</summary>
    public required IReadOnlyList<IncidentId> Missed { get; init; }

    /// <summary>Something is still to come, and the rest was on time.</summary>
    public required IReadOnlyList<IncidentId> Pending { get; init; }

    /// <summary>Nobody knows.</summary>
    public required IReadOnlyList<IncidentId> Unknown { get; init; }

    /// <summary>Of how many it is known: on time, late and missed.</summary>
    public int Of => OnTime.Count + Late.Count + Missed.Count;
}
