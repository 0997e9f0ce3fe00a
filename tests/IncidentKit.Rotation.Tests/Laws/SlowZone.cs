namespace IncidentKit.Rotation.Tests.Laws;

/// <summary>
/// A zone as a list of stretches with one offset each, found by stepping through the hours; shares no code with the library.
/// </summary>
internal sealed class SlowZone
{
    private static readonly Dictionary<(string, int), SlowZone> Known = [];

    private readonly List<(long From, long Until, long Offset)> _stretches = [];

    private SlowZone(TimeZoneInfo zone, int firstYear, int lastYear)
    {
        var from = new DateTime(firstYear, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
        var end = new DateTime(lastYear, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
        for (var at = from; at < end; at += TimeSpan.TicksPerHour)
        {
            var next = at + TimeSpan.TicksPerHour;
            if (Offset(zone, next) == Offset(zone, at))
                continue;
            // Zones change at whole minutes or seconds: step through the second, then no finer.
            var change = at;
            while (Offset(zone, change) == Offset(zone, at))
                change += TimeSpan.TicksPerMinute;
            while (Offset(zone, change - TimeSpan.TicksPerSecond) != Offset(zone, at))
                change -= TimeSpan.TicksPerSecond;
            _stretches.Add((from, change, Offset(zone, at)));
            from = change;
        }

        _stretches.Add((from, end, Offset(zone, from)));
    }

    public static SlowZone Of(TimeZoneInfo zone, int year)
    {
        lock (Known)
        {
            return Known.TryGetValue((zone.Id, year), out var known)
                ? known
                : Known[(zone.Id, year)] = new SlowZone(zone, year - 6, year + 7);
        }
    }

    public IEnumerable<long> Changes => _stretches.Skip(1).Select(s => s.From);

    public long Local(long utc) => utc + _stretches.Single(s => s.From <= utc && utc < s.Until).Offset;

    public long Utc(long local, RepeatedTime repeated, SkippedTime skipped)
    {
        var readings = _stretches.Where(s => s.From <= local - s.Offset && local - s.Offset < s.Until)
            .Select(s => local - s.Offset)
            .ToList();
        if (readings.Count > 0)
            return repeated == RepeatedTime.First ? readings.Min() : readings.Max();
        var before = _stretches.FindLastIndex(s => s.Until + s.Offset <= local);
        return skipped switch
        {
            SkippedTime.EndOfGap => _stretches[before].Until,
            SkippedTime.Later => local - _stretches[before].Offset,
            _ => local - _stretches[before + 1].Offset,
        };
    }

    private static long Offset(TimeZoneInfo zone, long utc) => zone.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc)).Ticks;
}
