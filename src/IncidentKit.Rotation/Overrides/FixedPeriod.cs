namespace IncidentKit.Rotation;

/// <summary>A period in which only its own shifts count, and no layers or overrides; the rest of it is a gap.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FixedPeriod
{
    /// <summary>When it applies; no two periods of a schedule overlap.</summary>
    public required Interval Time { get; init; }

    /// <summary>Its shifts; what lies outside of the period does not count.</summary>
    /// <value>Empty: nobody is on call.</value>
    public IReadOnlyList<FixedShift> Shifts { get; init => field = [.. value]; } = [];
}
