namespace IncidentKit;

/// <summary>
/// The times at which one kind of fact happened: those that are known, in order, and whether one of
/// unknown time may be among them.
/// </summary>
/// <remarks>Immutable once the facts of an incident are read, and thread-safe.</remarks>
public sealed class OccurrenceSeries
{
    private readonly List<Moment> _known = [];
    private (DateTimeOffset By, long Sequence) _lastUnknown;

    internal OccurrenceSeries()
    {
    }

    /// <summary>Whether the fact happened at an unknown time, or it is unknown whether it happened.</summary>
    public bool HasUnknown { get; private set; }

    /// <summary>The known times, in order.</summary>
    public IEnumerable<DateTimeOffset> Known => _known.Select(moment => moment.At);

    /// <summary>Whether it never happened, as far as is known.</summary>
    public bool IsEmpty => _known.Count == 0 && !HasUnknown;

    /// <summary>The first as a time: known, unknown, or null where it has not happened.</summary>
    public When? FirstWhen => HasUnknown ? When.Unknown : _known.Count > 0 ? When.At(_known[0].At) : null;

    /// <summary>The last as a time: known, unknown, or null where it has not happened.</summary>
    public When? LastWhen => HasUnknown ? When.Unknown : _known.Count > 0 ? When.At(_known[^1].At) : null;

    /// <summary>Adds a time: known ones come in order.</summary>
    internal void Add(DateTimeOffset? at)
    {
        if (at is { } known)
            _known.Add(new Moment(known));
        else
            MarkUnknown();
    }

    /// <summary>Adds a time; where it is unknown, it lies no later than the record of it.</summary>
    internal void Add(DateTimeOffset? at, DateTimeOffset recordedAt, long sequence)
    {
        if (at is not null)
        {
            Add(at);
            return;
        }

        HasUnknown = true;
        if (_lastUnknown.CompareTo((recordedAt, sequence)) < 0)
            _lastUnknown = (recordedAt, sequence);
    }

    internal void MarkUnknown() => (HasUnknown, _lastUnknown) = (true, (DateTimeOffset.MaxValue, long.MaxValue));

    /// <summary>Whether one of unknown time may have happened after an instant at which the event with this number was recorded.</summary>
    internal bool MayHaveUnknownAfter(DateTimeOffset at, long sequence) => HasUnknown && _lastUnknown.CompareTo((at, sequence)) > 0;

    /// <summary>The first known time from <paramref name="from"/> on that lies no later than <paramref name="until"/>.</summary>
    public DateTimeOffset? First(DateTimeOffset from, DateTimeOffset until)
    {
        var at = _known.CountBefore(from);
        return at < _known.Count && _known[at].At <= until ? _known[at].At : null;
    }

    /// <summary>The first known time, however early, that lies no later than <paramref name="until"/>.</summary>
    public DateTimeOffset? First(DateTimeOffset until) => First(DateTimeOffset.MinValue, until);

    /// <summary>The last known time that lies no later than <paramref name="until"/>.</summary>
    public DateTimeOffset? Last(DateTimeOffset until) => _known.CountUntil(until) is > 0 and var count ? _known[count - 1].At : null;

    /// <summary>The last known time before <paramref name="at"/>.</summary>
    internal DateTimeOffset? LastBefore(DateTimeOffset at) => _known.CountBefore(at) is > 0 and var count ? _known[count - 1].At : null;

    private readonly record struct Moment(DateTimeOffset At) : IOccurrence;
}
