namespace IncidentKit.Rotation;

/// <summary>How the person for the next turn is picked.</summary>
public enum PickStrategy
{
    /// <summary>Of those who are free: somebody who never had the role, else the one whose last shift in it ended first.</summary>
    LeastRecent,

    /// <summary>Of those who are free: the one with the most time to the nearest other shift in the role, before or after.</summary>
    WidestGap,

    /// <summary>The next in roster order after the one whose shift in the role started last, free or not.</summary>
    RoundRobin,
}

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
