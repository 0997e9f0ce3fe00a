namespace IncidentKit;

/// <summary>The times at which one kind of fact happened: those that are known, in order, and whether one of unknown time may be among them.</summary>
internal sealed class FactSeries
{
    private readonly List<DateTimeOffset> _known = [];

    /// <summary>Whether the fact happened at an unknown time, or nobody knows whether it happened.</summary>
    public bool HasUnknown { get; private set; }

    public void Add(When when)
    {
        if (when.Instant is not { } instant)
        {
            HasUnknown = true;
            return;
        }

        var at = _known.BinarySearch(instant);
        _known.Insert(at < 0 ? ~at : at, instant);
    }

    public void MarkUnknown() => HasUnknown = true;

    /// <summary>The first known time from <paramref name="from"/> on that lies no later than <paramref name="until"/>.</summary>
    public DateTimeOffset? First(DateTimeOffset from, DateTimeOffset until)
    {
        var at = _known.BinarySearch(from);
        if (at < 0)
            at = ~at;
        while (at > 0 && _known[at - 1] == from)
            at--;
        return at < _known.Count && _known[at] <= until ? _known[at] : null;
    }

    /// <summary>The first known time, however early, that lies no later than <paramref name="until"/>.</summary>
    public DateTimeOffset? First(DateTimeOffset until) => _known.Count > 0 && _known[0] <= until ? _known[0] : null;

    /// <summary>The last known time that lies no later than <paramref name="until"/>.</summary>
    public DateTimeOffset? Last(DateTimeOffset until)
    {
        for (var i = _known.Count - 1; i >= 0; i--)
        {
            if (_known[i] <= until)
                return _known[i];
        }

        return null;
    }

    /// <summary>The first as a time: known, unknown, or null where it has not happened.</summary>
    public When? FirstWhen => HasUnknown ? When.Unknown : _known.Count > 0 ? When.At(_known[0]) : null;

    /// <summary>The last as a time: known, unknown, or null where it has not happened.</summary>
    public When? LastWhen => HasUnknown ? When.Unknown : _known.Count > 0 ? When.At(_known[^1]) : null;

    public IReadOnlyList<DateTimeOffset> Known => _known;
}
