namespace IncidentKit.Rotation;

/// <summary>A stretch of time in ticks of UTC, half-open.</summary>
/// <param name="From">The start; held.</param>
/// <param name="To">The end; not held.</param>
internal readonly record struct Stretch(long From, long To)
{
    public Interval ToInterval() => new(new DateTimeOffset(From, TimeSpan.Zero), new DateTimeOffset(To, TimeSpan.Zero));

    /// <summary>The stretch with a margin on both sides, as far as the calendar goes.</summary>
    public Stretch Widened(long margin) => new(Math.Max(From - margin, 0), Math.Min(To + margin, DateTime.MaxValue.Ticks));
}
