namespace IncidentKit.Rotation;

/// <summary>Says whose shifts change from one schedule to another.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ScheduleDiff
{
    /// <summary>The longest stretches of a range in which the people on call differ, in order. Lazy.</summary>
    /// <param name="before">The schedule as it was.</param>
    /// <param name="after">The schedule as it is to be.</param>
    /// <param name="from">The start of the range; held.</param>
    /// <param name="to">The end of the range; not held.</param>
    /// <inheritdoc cref="OnCallSchedule.Shifts" path="/exception" />
    public static IEnumerable<ScheduleChange> Between(OnCallSchedule before, OnCallSchedule after, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return Read(new SegmentWalk(before.Clock, from.UtcTicks), new SegmentWalk(after.Clock, from.UtcTicks), from.UtcTicks, to.UtcTicks);
    }

    private static IEnumerable<ScheduleChange> Read(SegmentWalk before, SegmentWalk after, long from, long to)
    {
        (long Since, OnCallPeople Before, OnCallPeople After)? open = null;
        for (var at = from; at < to; at = Math.Min(before.Until, after.Until))
        {
            Reach(before, at);
            Reach(after, at);
            if (open is { } change && !(change.Before.Equals(before.People) && change.After.Equals(after.People)))
            {
                yield return Of(change, at);
                open = null;
                before.Found();
                after.Found();
            }

            if (open is null && !before.People.Equals(after.People))
                open = (at, before.People, after.People);
        }

        if (open is { } last)
            yield return Of(last, to);
    }

    private static void Reach(SegmentWalk walk, long instant)
    {
        if (walk.Until <= instant)
            walk.MoveNext();
    }

    private static ScheduleChange Of((long Since, OnCallPeople Before, OnCallPeople After) change, long until) =>
        new() { Time = new Stretch(change.Since, until).ToInterval(), Before = change.Before, After = change.After };
}
