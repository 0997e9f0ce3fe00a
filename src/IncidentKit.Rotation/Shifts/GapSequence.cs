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
                yield return new Stretch(start, walk.From).ToInterval();
            }

            since = null;
        }

        if (since is { } last)
            yield return new Stretch(last, to).ToInterval();
    }
}
