namespace IncidentKit.Rotation;

/// <summary>A stretch in which somebody is on call.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record FixedShift
{
    /// <summary>Who.</summary>
    public required Responder Person { get; init; }

    /// <summary>When.</summary>
    public required Interval Time { get; init; }
}
