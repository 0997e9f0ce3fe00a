namespace IncidentKit.Rotation;

/// <summary>Somebody with more than the average load.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record Overload
{
    /// <summary>Who.</summary>
    public required Responder Person { get; init; }

    /// <summary>By how much the load is above the average, in percent; from 1.</summary>
    public required int PercentOverAverage { get; init; }
}
