namespace IncidentKit.Rotation;

/// <summary>A past or future shift, or a time in which somebody cannot be on call.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PlannedShift
{
    /// <summary>Who.</summary>
    public required Responder Person { get; init; }

    /// <summary>When.</summary>
    public required Interval Time { get; init; }

    /// <summary>The role, such as <c>primary</c> or <c>vacation</c>; the person is not free in any.</summary>
    public required string Role { get; init; }
}
