namespace IncidentKit;

/// <summary>The offsets of one year of a zone.</summary>
internal sealed class YearOffsets
{
    private readonly long _start;
    private readonly long _end;
    private readonly long _first;
    private readonly (long From, long Offset)[] _changes;

    private YearOffsets(long start, long end, long first, (long From, long Offset)[] changes) =>
        (_start, _end, _first, _changes) = (start, end, first, changes);

    /// <summary>In order; the last may be the first instant of the next year.</summary>
    public IEnumerable<long> Changes => _changes.Select(c => c.From);

    /// <summary>Looks for a change in each day that ends with another offset than it began.</summary>
    public static YearOffsets Find(TimeZoneInfo zone, int year)
    {
        var start = new DateTime(year, 1, 1).Ticks;
        var end = year == DateTime.MaxValue.Year ? DateTime.MaxValue.Ticks : new DateTime(year + 1, 1, 1).Ticks;
        var first = OffsetTicks(zone, start);
        List<(long, long)> changes = [];
        var (at, offset) = (start, first);
        while (at < end)
        {
            var next = Math.Min(at + TimeSpan.TicksPerDay, end);
            var then = OffsetTicks(zone, next);
            if (then != offset)
                changes.Add((ChangeIn(zone, at, next), then));
            (at, offset) = (next, then);
        }

        return new YearOffsets(start, end, first, [.. changes]);
    }

    public long At(long utc)
    {
        var offset = _first;
        foreach (var (from, changed) in _changes)
        {
            if (utc < from)
                break;
            offset = changed;
        }

        return offset;
    }

    /// <summary>Whether the stretch lies within the year and no change within the stretch.</summary>
    public bool IsSteady(long from, long to, out long offset)
    {
        offset = _first;
        if (from < _start || to >= _end)
            return false;
        foreach (var (change, changed) in _changes)
        {
            if (to < change)
                break;
            if (from < change)
                return false;
            offset = changed;
        }

        return true;
    }

    private static long ChangeIn(TimeZoneInfo zone, long from, long to)
    {
        var offset = OffsetTicks(zone, from);
        while (to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            if (OffsetTicks(zone, middle) == offset)
                from = middle;
            else
                to = middle;
        }

        return to;
    }

    // The only question that the library asks a time zone.
    private static long OffsetTicks(TimeZoneInfo zone, long utc) => zone.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc)).Ticks;
}
