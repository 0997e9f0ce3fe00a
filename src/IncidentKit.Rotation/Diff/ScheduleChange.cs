namespace IncidentKit.Rotation;

/// <summary>A stretch in which the people on call differ between two schedules.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ScheduleChange
{
    /// <summary>When, in UTC.</summary>
    public required Interval Time { get; init; }

    /// <summary>Who was on call before.</summary>
    public required OnCallPeople Before { get; init; }

    /// <summary>Who is on call after the change.</summary>
    public required OnCallPeople After { get; init; }

    /// <summary>Those who lose the time.</summary>
    public OnCallPeople Leaving => OnCallPeople.Of(Before.Where(p => !After.Contains(p)));

    /// <summary>Those who gain the time.</summary>
    public OnCallPeople Joining => OnCallPeople.Of(After.Where(p => !Before.Contains(p)));

    /// <inheritdoc />
    public override string ToString() => $"{Time}: {Before} → {After}";
}
