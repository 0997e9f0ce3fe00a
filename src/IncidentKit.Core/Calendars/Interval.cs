namespace IncidentKit;

/// <summary>A stretch of time: it holds its start and everything before its end (half-open).</summary>
/// <remarks>
/// Equal by its two instants. The <c>default</c> value is empty and lies at the start of year 1. Immutable and thread-safe.
/// </remarks>
public readonly record struct Interval
{
    /// <summary>Creates an interval from <paramref name="start"/> (held) to <paramref name="end"/> (not held).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> lies before <paramref name="start"/>.</exception>
    public Interval(DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    /// <summary>The first instant of the interval, in UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The first instant after the interval, in UTC.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How long the interval lasts; zero or more.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Whether <paramref name="instant"/> lies at or after the start and before the end.</summary>
    public bool Contains(DateTimeOffset instant) => Start <= instant && instant < End;

    /// <summary>The time that the intervals cover together, each moment counted once.</summary>
    public static TimeSpan Union(IEnumerable<Interval> intervals)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        var total = TimeSpan.Zero;
        var reached = DateTimeOffset.MinValue;
        foreach (var interval in intervals.OrderBy(i => i.Start))
        {
            var from = interval.Start > reached ? interval.Start : reached;
            if (interval.End <= from)
                continue;
            total += interval.End - from;
            reached = interval.End;
        }

        return total;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Start:yyyy-MM-dd'T'HH:mm:ss'Z'}/{End:yyyy-MM-dd'T'HH:mm:ss'Z'}";
}
