using System.Runtime.CompilerServices;

namespace IncidentKit;

/// <summary>
/// The clocks of one zone, for calculations over many instants, in ticks of UTC and of local time. Answers saturate at both ends of the
/// calendar.
/// </summary>
internal sealed class ZoneClock
{
    // The largest jump on record is a whole day (a change of side of the date line): a day and a half sees past any jump.
    private const long Reach = 36 * TimeSpan.TicksPerHour;
    private const int Century = 100;

    private static readonly ConditionalWeakTable<TimeZoneInfo, ZoneClock> Clocks = [];
    private static readonly long MaxTicks = DateTime.MaxValue.Ticks;

    private readonly TimeZoneInfo _zone;
    private readonly YearOffsets?[]?[] _centuries = new YearOffsets?[]?[Century];

    private ZoneClock(TimeZoneInfo zone) => _zone = zone;

    public static ZoneClock Of(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Clocks.GetValue(zone, static z => new ZoneClock(z));
    }

    public long ToLocal(long utc) => Math.Clamp(utc + OffsetAt(utc), 0, MaxTicks);

    /// <summary>The instant at which the clocks show a local time.</summary>
    public long ToUtc(long local, RepeatedTime repeated, SkippedTime skipped)
    {
        var before = OffsetAt(Math.Clamp(local - Reach, 0, MaxTicks));
        var after = OffsetAt(Math.Clamp(local + Reach, 0, MaxTicks));
        var early = Math.Clamp(local - Math.Max(before, after), 0, MaxTicks);
        if (before == after)
            return early;
        var late = Math.Clamp(local - Math.Min(before, after), 0, MaxTicks);
        if (repeated == RepeatedTime.First ? IsReading(early, local) : !IsReading(late, local) && IsReading(early, local))
            return early;
        if (IsReading(late, local))
            return late;
        return skipped switch
        {
            SkippedTime.Later => late,
            SkippedTime.Earlier => early,
            _ => EndOfGap(early, late),
        };
    }

    /// <summary>
    /// Whether the offset is known to stay the same for three days before and after; false close to a new year, where it is not looked
    /// up.
    /// </summary>
    public bool IsSteady(long utc, out long offset)
    {
        const long days = 3 * TimeSpan.TicksPerDay;
        var year = Year(utc);
        if (year.IsSteady(utc - days, utc + days, out offset))
            return true;
        offset = year.At(utc);
        return false;
    }

    /// <summary>The first instants of new offsets in a range, in order. Lazy.</summary>
    public IEnumerable<long> Changes(long from, long to)
    {
        // A change at the very start of a year is known to the year before.
        var lastYear = new DateTime(to).Year;
        for (var year = Math.Max(new DateTime(from).Year - 1, 1); year <= lastYear; year++)
        {
            foreach (var change in Year(new DateTime(year, 1, 1).Ticks).Changes)
            {
                if (from <= change && change < to)
                    yield return change;
            }
        }
    }

    private bool IsReading(long utc, long local) => utc + OffsetAt(utc) == local;

    private long OffsetAt(long utc) => Year(utc).At(utc);

    private YearOffsets Year(long utc)
    {
        var year = new DateTime(utc).Year;
        return _centuries[year / Century]?[year % Century] ?? Find(year);
    }

    private YearOffsets Find(int year)
    {
        var century = _centuries[year / Century] ??= new YearOffsets?[Century];
        return century[year % Century] ??= YearOffsets.Find(_zone, year);
    }

    // The first instant at or after `from` whose offset is no longer that of `from`; the offset changes once in between.
    private long EndOfGap(long from, long to)
    {
        var offset = OffsetAt(from);
        while (to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            if (OffsetAt(middle) == offset)
                from = middle;
            else
                to = middle;
        }

        return to;
    }
}
