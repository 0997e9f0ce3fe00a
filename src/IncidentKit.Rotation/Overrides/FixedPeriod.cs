namespace IncidentKit.Rotation;

/// <summary>A period that stands apart from layers and overrides: only its own shifts count, and the rest of it is a gap.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FixedPeriod
{
    /// <summary>When it applies; no two periods of a schedule overlap.</summary>
    public required Interval Time { get; init; }

    /// <summary>Its shifts; what lies outside of the period does not count.</summary>
    /// <value>Empty: nobody is on call.</value>
    public IReadOnlyList<FixedShift> Shifts { get; init => field = [.. value]; } = [];
}

/// <summary>A stretch in which somebody is on call.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record FixedShift
{
    /// <summary>Who.</summary>
    public required Responder Person { get; init; }

    /// <summary>When.</summary>
    public required Interval Time { get; init; }
}

/// <summary>
/// A stretch in which somebody is away: layers pass that person over. Overrides and fixed periods that
/// name the person still count.
/// </summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record TimeOff
{
    /// <summary>Who.</summary>
    public required Responder Person { get; init; }

    /// <summary>When.</summary>
    public required Interval Time { get; init; }
}
