namespace IncidentKit.Rotation;

/// <summary>A stretch in which layers pass somebody over; overrides and fixed periods do not.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record TimeOff
{
    /// <summary>Who.</summary>
    public required Responder Person { get; init; }

    /// <summary>When.</summary>
    public required Interval Time { get; init; }
}
