namespace IncidentKit.Rotation;

/// <summary>A stretch of time in ticks of UTC, half-open.</summary>
internal readonly record struct Stretch(long From, long To)
{
    public static Stretch Of(Interval time) => new(time.Start.UtcTicks, time.End.UtcTicks);

    /// <summary>Null for ticks that lie outside of the calendar.</summary>
    public static DateTimeOffset? At(long ticks) =>
        ticks is long.MinValue or long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    public long Length => To - From;

    public bool Overlaps(Stretch other) => From < other.To && other.From < To;

    public Interval ToInterval() => new(new DateTimeOffset(From, TimeSpan.Zero), new DateTimeOffset(To, TimeSpan.Zero));

    /// <summary>The stretch with a margin on both sides, as far as the calendar goes.</summary>
    public Stretch Widened(long margin) => new(Math.Max(From - margin, 0), Math.Min(To + margin, DateTime.MaxValue.Ticks));
}
