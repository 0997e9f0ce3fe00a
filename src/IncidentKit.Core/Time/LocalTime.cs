namespace IncidentKit;

/// <summary>Turns local times into instants. A local time that the clocks skip means the end of the gap.</summary>
/// <remarks>
/// Everything is derived from the offset at an instant, since the answers of <see cref="TimeZoneInfo"/> about skipped and
/// repeated times are wrong for a quarter of all zones. Thread-safe.
/// </remarks>
public static class LocalTime
{
    /// <summary>The instant at which the clocks of <paramref name="zone"/> show <paramref name="local"/>.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="local">The local date and time; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <returns>The instant in UTC; for a repeated time the first reading, for a skipped time the end of the gap.</returns>
    public static DateTimeOffset ToInstant(TimeZoneInfo zone, DateTime local) => ToInstant(zone, local, RepeatedTime.First);

    /// <summary>The instant at which the clocks of <paramref name="zone"/> show <paramref name="local"/>.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="local">The local date and time; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <param name="repeated">Which reading is meant where the clocks show the time twice.</param>
    /// <returns>The instant in UTC; for a skipped time, the end of the gap.</returns>
    public static DateTimeOffset ToInstant(TimeZoneInfo zone, DateTime local, RepeatedTime repeated) =>
        ToInstant(zone, local, repeated, SkippedTime.EndOfGap);

    /// <summary>The instant at which the clocks of <paramref name="zone"/> show <paramref name="local"/>.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="local">The local date and time; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <param name="repeated">Which reading is meant where the clocks show the time twice.</param>
    /// <param name="skipped">What is meant where the clocks never show the time.</param>
    /// <returns>The instant in UTC.</returns>
    public static DateTimeOffset ToInstant(TimeZoneInfo zone, DateTime local, RepeatedTime repeated, SkippedTime skipped)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(ZoneClock.Of(zone).ToUtc(local.Ticks, repeated, skipped), TimeSpan.Zero);
    }

    /// <summary>What the clocks of <paramref name="zone"/> show at <paramref name="instant"/>.</summary>
    /// <returns>A date and time of unspecified kind.</returns>
    public static DateTime FromInstant(TimeZoneInfo zone, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(ZoneClock.Of(zone).ToLocal(instant.UtcTicks), DateTimeKind.Unspecified);
    }
}
