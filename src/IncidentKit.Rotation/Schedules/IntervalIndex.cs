namespace IncidentKit.Rotation;

/// <summary>Finds which of many stretches hold an instant, in time that grows with the answer and not with their number.</summary>
internal sealed class IntervalIndex<T>
{
    private readonly (long From, long Until, int Order, T Item)[] _sorted;
    private readonly long[] _latest;
    private readonly long[] _edges;
    private readonly int[] _depth;

    public IntervalIndex(IEnumerable<T> items, Func<T, Interval> timeOf)
    {
        _sorted =
        [
            .. items.Select((item, order) => (timeOf(item).Start.UtcTicks, timeOf(item).End.UtcTicks, order, item))
                .Where(i => i.Item1 < i.Item2)
                .OrderBy(i => i.Item1),
        ];
        _latest = new long[_sorted.Length];
        Latest(0, _sorted.Length);
        _edges = [.. _sorted.SelectMany(i => new[] { i.From, i.Until }).Distinct().Order()];
        _depth = new int[_edges.Length + 1];
        foreach (var (from, until, _, _) in _sorted)
        {
            _depth[Array.BinarySearch(_edges, from) + 1]++;
            _depth[Array.BinarySearch(_edges, until) + 1]--;
        }

        for (var i = 1; i < _depth.Length; i++)
            _depth[i] += _depth[i - 1];
    }

    public IReadOnlyList<long> Edges => _edges;

    public bool IsEmptyAt(long instant) => CountAt(instant) == 0;

    public int CountAt(long instant)
    {
        if (_edges.Length == 0)
            return 0;
        var edge = Array.BinarySearch(_edges, instant);
        return _depth[edge < 0 ? ~edge : edge + 1];
    }

    /// <summary>The items that hold an instant, in their first order.</summary>
    public IReadOnlyList<T> At(long instant)
    {
        List<(int Order, T Item)> found = [];
        Collect(0, _sorted.Length, instant, found);
        found.Sort((a, b) => a.Order.CompareTo(b.Order));
        return found.ConvertAll(f => f.Item);
    }

    private long Latest(int low, int high)
    {
        if (low >= high)
            return long.MinValue;
        var middle = (low + high) / 2;
        return _latest[middle] = Math.Max(_sorted[middle].Until, Math.Max(Latest(low, middle), Latest(middle + 1, high)));
    }

    private void Collect(int low, int high, long instant, List<(int Order, T Item)> found)
    {
        if (low >= high)
            return;
        var middle = (low + high) / 2;
        if (_latest[middle] <= instant)
            return;
        Collect(low, middle, instant, found);
        if (_sorted[middle].From > instant)
            return;
        if (instant < _sorted[middle].Until)
            found.Add((_sorted[middle].Order, _sorted[middle].Item));
        Collect(middle + 1, high, instant, found);
    }
}
