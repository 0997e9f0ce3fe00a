namespace IncidentKit;

/// <summary>Something happened to an incident, and is recorded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentCommitted
{
    /// <summary>The incident after the events.</summary>
    public required Incident Incident { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<IncidentEvent> Events { get; init; }
}
