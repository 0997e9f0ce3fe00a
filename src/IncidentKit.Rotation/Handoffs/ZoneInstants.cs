namespace IncidentKit.Rotation;

/// <summary>Local times as instants, where those outside of the calendar are told from its first and last.</summary>
internal static class ZoneInstants
{
    private static readonly long MaxTicks = DateTime.MaxValue.Ticks;

    /// <summary>
    /// The instant at which the clocks show a local time; <see cref="long.MinValue"/> or <see cref="long.MaxValue"/> where it
    /// lies outside of the calendar.
    /// </summary>
    public static long ToInstant(this ZoneClock zone, long local, RepeatedTime repeated, SkippedTime skipped)
    {
        var instant = zone.ToUtc(local, repeated, skipped);
        if (0 < instant && instant < MaxTicks)
            return instant;
        // At its ends an answer is as close as it gets; the offset is that of the end.
        zone.IsSteady(instant, out var offset);
        return local - offset < 0 ? long.MinValue : local - offset > MaxTicks ? long.MaxValue : instant;
    }
}
