namespace IncidentKit;

/// <summary>Sums of instants that end at the ends of the calendar, rather than in an error.</summary>
internal static class Instants
{
    /// <summary>The instant <paramref name="span"/> later in UTC, no earlier than the first instant and no later than the last.</summary>
    public static DateTimeOffset Plus(this DateTimeOffset at, TimeSpan span) =>
        span.Ticks > DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks ? DateTimeOffset.MaxValue
        : span.Ticks < -at.UtcTicks ? DateTimeOffset.MinValue
        : new(at.UtcTicks + span.Ticks, TimeSpan.Zero);

    /// <summary>The earlier of two instants.</summary>
    public static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    /// <summary>The later of two instants.</summary>
    public static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
