using System.Globalization;

namespace IncidentKit.Rotation;

/// <summary>A stretch of time as the clocks of one place show it.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record LocalStretch
{
    /// <summary>Whose clocks: the name of a site or a schedule.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA id of the time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The start in local time, with the offset at that instant.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The end in local time, with the offset at that instant; not held.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>The clock times, such as <c>18:00 to 20:30</c>; with weekdays if it lasts a day or longer.</summary>
    public string Hours => End - Start < TimeSpan.FromDays(1)
        ? $"{Clock(Start)} to {Clock(End)}"
        : $"{Start.DayOfWeek} {Clock(Start)} to {End.DayOfWeek} {Clock(End)}";

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Name} {Start:yyyy-MM-dd} {Hours}");

    internal static LocalStretch Of(string name, TimeZoneInfo zone, Stretch time) =>
        new() { Name = name, TimeZone = zone.Id, Start = At(zone, time.From), End = At(zone, time.To) };

    private static DateTimeOffset At(TimeZoneInfo zone, long utc)
    {
        var local = ZoneClock.Of(zone).ToLocal(utc);
        return new DateTimeOffset(local, TimeSpan.FromTicks(local - utc));
    }

    private static string Clock(DateTimeOffset time) =>
        time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
