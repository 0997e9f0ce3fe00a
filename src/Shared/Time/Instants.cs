namespace IncidentKit;

/// <summary>Sums of instants that end at the ends of the calendar.</summary>
internal static class Instants
{
    public static DateTimeOffset Plus(this DateTimeOffset at, TimeSpan span) =>
        span.Ticks > DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks ? DateTimeOffset.MaxValue
        : span.Ticks < -at.UtcTicks ? DateTimeOffset.MinValue
        : new(at.UtcTicks + span.Ticks, TimeSpan.Zero);

    public static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    public static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
