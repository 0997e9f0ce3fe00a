using System.Globalization;

namespace IncidentKit.Rotation;

/// <summary>A change of the clocks in a period, such as the start of daylight-saving time.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ClockChange
{
    /// <summary>The site, or the schedule, that goes by these clocks.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA id of the zone whose clocks change.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The first instant of the new offset, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Local time less UTC before the change.</summary>
    public required TimeSpan OffsetBefore { get; init; }

    /// <summary>Local time less UTC from the change on.</summary>
    public required TimeSpan OffsetAfter { get; init; }

    /// <summary>How many counterexamples touch the 24 hours before or after the change; 0 in a proof.</summary>
    public required int Counterexamples { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Name} {Iso8601.Format(At)}, from {Text(OffsetBefore)} to {Text(OffsetAfter)}";

    internal static IEnumerable<ClockChange> In(string name, TimeZoneInfo zone, Stretch period, IReadOnlyList<Stretch> counterexamples)
    {
        var clock = ZoneClock.Of(zone);
        foreach (var at in clock.Changes(period.From, period.To))
        {
            var near = new Stretch(at, at).Widened(TimeSpan.TicksPerDay);
            yield return new ClockChange
            {
                Name = name,
                TimeZone = zone.Id,
                At = new DateTimeOffset(at, TimeSpan.Zero),
                OffsetBefore = TimeSpan.FromTicks(clock.ToLocal(at - 1) - (at - 1)),
                OffsetAfter = TimeSpan.FromTicks(clock.ToLocal(at) - at),
                Counterexamples = counterexamples.Count(near.Overlaps),
            };
        }
    }

    private static string Text(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
