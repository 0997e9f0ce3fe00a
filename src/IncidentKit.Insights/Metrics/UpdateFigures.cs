namespace IncidentKit.Insights;

/// <summary>How many promises of the next update were kept (P23); without a time, the cadence of the level is promised.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record UpdateFigures
{
    /// <summary>How many were kept.</summary>
    public required int Kept { get; init; }

    /// <summary>How many promises came due before the resolution: kept, kept late, and missed.</summary>
    public required int Promised { get; init; }

    /// <summary>The incidents with unknown updates, or with promises of unknown end.</summary>
    public required IReadOnlyList<IncidentId> Unknown { get; init; }
}
