namespace IncidentKit.Rotation;

/// <summary>Makes gaps out of segments: the longest stretches in which nobody is on call.</summary>
internal static class GapSequence
{
    public static IEnumerable<Interval> Read(ScheduleClock clock, long from, long to)
    {
        if (from >= to)
            yield break;
        var walk = new SegmentWalk(clock, from);
        long? since = null;
        while (walk.Until < to && walk.MoveNext())
        {
            if (walk.People.IsEmpty)
            {
                since ??= walk.From;
                continue;
            }

            if (since is { } start)
            {
                walk.Found();
                yield return Of(start, walk.From);
            }

            since = null;
        }

        if (since is { } last)
            yield return Of(last, to);
    }

    private static Interval Of(long from, long to) => new(new DateTimeOffset(from, TimeSpan.Zero), new DateTimeOffset(to, TimeSpan.Zero));
}
