namespace IncidentKit.Insights;

/// <summary>The times of one incident that contradict each other.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record IncidentContradictions
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>Its contradictions.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }
}
