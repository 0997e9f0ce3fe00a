namespace IncidentKit.Rotation;

/// <summary>A stretch in which two schedules do not have the same people on call.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ScheduleChange
{
    /// <summary>When, in UTC.</summary>
    public required Interval Time { get; init; }

    /// <summary>Who is on call by the schedule as it was.</summary>
    public required OnCallPeople Before { get; init; }

    /// <summary>Who is on call by the schedule as it is to be.</summary>
    public required OnCallPeople After { get; init; }

    /// <summary>Who is on call no more: those who lose the time.</summary>
    public OnCallPeople Leaving => OnCallPeople.Of(Before.Where(p => !After.Contains(p)));

    /// <summary>Who was not on call before: those who gain the time.</summary>
    public OnCallPeople Joining => OnCallPeople.Of(After.Where(p => !Before.Contains(p)));

    /// <inheritdoc />
    public override string ToString() => $"{Time}: {Before} → {After}";
}
