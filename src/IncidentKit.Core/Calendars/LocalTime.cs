namespace IncidentKit;

/// <summary>Which instant is meant by a local time that the clocks show twice.</summary>
public enum RepeatedTime
{
    /// <summary>The first reading: right for handoffs and for the start of a window.</summary>
    First,

    /// <summary>The last reading: right for the end of a window or a duty.</summary>
    Last,
}

/// <summary>Turns local times into instants. A local time that the clocks skip means the end of the gap.</summary>
/// <remarks>
/// This is the only place of the library that asks <see cref="TimeZoneInfo"/> for offsets. It derives everything from the
/// offset at an instant, since the zone's own answers about skipped and repeated times are wrong for a quarter of all zones.
/// Thread-safe.
/// </remarks>
public static class LocalTime
{
    // The largest jump on record is a whole day (a change of side of the date line): a day and a half sees past any jump.
    private static readonly TimeSpan Reach = TimeSpan.FromHours(36);

    /// <summary>The instant at which the clocks of <paramref name="zone"/> show <paramref name="local"/>.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="local">The local date and time; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <param name="repeated">Which reading is meant where the clocks show the time twice.</param>
    /// <returns>The instant in UTC; for a skipped time, the end of the gap.</returns>
    public static DateTimeOffset ToInstant(TimeZoneInfo zone, DateTime local, RepeatedTime repeated = RepeatedTime.First)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var before = OffsetAt(zone, Shift(local, -Reach));
        var after = OffsetAt(zone, Shift(local, Reach));
        var early = Shift(local, -(before > after ? before : after));
        var late = Shift(local, -(before > after ? after : before));
        if (early == late)
            return Utc(early);
        if (repeated == RepeatedTime.First ? IsReading(early) : !IsReading(late) && IsReading(early))
            return Utc(early);
        return Utc(IsReading(late) ? late : EndOfGap(zone, early, late));

        bool IsReading(DateTime utc) => Shift(utc, OffsetAt(zone, utc)).Ticks == local.Ticks;
    }

    /// <summary>What the clocks of <paramref name="zone"/> show at <paramref name="instant"/>.</summary>
    /// <returns>A date and time of unspecified kind.</returns>
    public static DateTime FromInstant(TimeZoneInfo zone, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return DateTime.SpecifyKind(Shift(instant.UtcDateTime, OffsetAt(zone, instant.UtcDateTime)), DateTimeKind.Unspecified);
    }

    // The first instant at or after `from` whose offset is no longer that of `from`; the offset changes once in between.
    private static DateTime EndOfGap(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        var offset = OffsetAt(zone, from);
        long low = from.Ticks, high = to.Ticks;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (OffsetAt(zone, new DateTime(middle, DateTimeKind.Utc)) == offset)
                low = middle;
            else
                high = middle;
        }

        return new DateTime(high, DateTimeKind.Utc);
    }

    private static TimeSpan OffsetAt(TimeZoneInfo zone, DateTime utc) => zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static DateTimeOffset Utc(DateTime utc) => new(utc.Ticks, TimeSpan.Zero);

    // Saturates at both ends of the calendar instead of throwing.
    private static DateTime Shift(DateTime time, TimeSpan by) =>
        new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), time.Kind);
}
