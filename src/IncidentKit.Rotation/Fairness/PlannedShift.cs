namespace IncidentKit.Rotation;

/// <summary>A shift that somebody had or will have, or a time in which somebody cannot.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PlannedShift
{
    /// <summary>Who.</summary>
    public required Responder Person { get; init; }

    /// <summary>When.</summary>
    public required Interval Time { get; init; }

    /// <summary>In which role, such as <c>primary</c> or <c>vacation</c>; whatever it is, the person is not free.</summary>
    public required string Role { get; init; }
}
