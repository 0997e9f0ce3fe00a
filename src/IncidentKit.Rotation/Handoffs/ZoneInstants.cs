namespace IncidentKit.Rotation;

internal static class ZoneInstants
{
    private static readonly long MaxTicks = DateTime.MaxValue.Ticks;

    /// <summary>
    /// As <see cref="ZoneClock.ToUtc"/>, but <see cref="long.MinValue"/> or <see cref="long.MaxValue"/> outside of the calendar.
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
