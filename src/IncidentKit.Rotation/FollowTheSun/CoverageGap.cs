namespace IncidentKit.Rotation;

/// <summary>A stretch of the period in which nobody is on duty.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CoverageGap
{
    /// <summary>The gap, in UTC.</summary>
    public required Interval Time { get; init; }

    /// <summary>The site that was on duty last before it.</summary>
    /// <value>Null if there is none in the week before, or for a schedule.</value>
    public string? Before { get; init; }

    /// <summary>The site that is on duty next after it.</summary>
    /// <value>Null where none is in the week after, or where a schedule was asked.</value>
    public string? After { get; init; }

    /// <summary>The gap in the local time of the site before and of the site after it, or of the schedule.</summary>
    public required IReadOnlyList<LocalStretch> Local { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Time}: nobody is on duty ({string.Join(", ", Local)})";
}
