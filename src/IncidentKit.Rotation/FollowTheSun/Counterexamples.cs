namespace IncidentKit.Rotation;

/// <summary>A stretch, as long as it lasts within the period, in which nobody is on duty.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CoverageGap
{
    /// <summary>The gap, in UTC.</summary>
    public required Interval Time { get; init; }

    /// <summary>The site that was on duty last before it.</summary>
    /// <value>Null where none was in the week before, or where a schedule was asked.</value>
    public string? Before { get; init; }

    /// <summary>The site that is on duty next after it.</summary>
    /// <value>Null where none is in the week after, or where a schedule was asked.</value>
    public string? After { get; init; }

    /// <summary>
    /// The gap in the local time of the site before it, then in that of the site after it; once where that is one site, and of a
    /// schedule in its own zone.
    /// </summary>
    public required IReadOnlyList<LocalStretch> Local { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Time}: nobody is on duty ({string.Join(", ", Local)})";
}

/// <summary>A stretch, as long as it lasts within the period, in which somebody is on duty outside the working hours of the site.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DutyOutsideHours
{
    /// <summary>The stretch, in UTC.</summary>
    public required Interval Time { get; init; }

    /// <summary>The name of the site.</summary>
    public required string Site { get; init; }

    /// <summary>Who is on duty.</summary>
    /// <value>Null where the site has no schedule of its own: all of its people.</value>
    public Responder? Person { get; init; }

    /// <summary>The stretch in the local time of the site.</summary>
    public required LocalStretch Local { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        $"{Time}: {(Person is null ? Site : $"{Person} of {Site}")} is on duty outside working hours ({Local})";
}

/// <summary>Counterexamples that show the same local clock times: what happens each day is said once.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class HoursPattern
{
    /// <summary>The local clock times, such as <c>Mumbai 18:00 to 20:30, Austin 06:30 to 09:00</c>.</summary>
    public required string Hours { get; init; }

    /// <summary>The first of them in local times.</summary>
    public required IReadOnlyList<LocalStretch> Local { get; init; }

    /// <summary>How many there are; 1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>The first of them, in UTC.</summary>
    public required Interval First { get; init; }

    /// <summary>The last of them, in UTC.</summary>
    public required Interval Last { get; init; }

    /// <inheritdoc />
    public override string ToString() => Count == 1 ? $"{Hours}: once, {First}" : $"{Hours}: {Count} times, first {First}, last {Last}";

    internal static IReadOnlyList<HoursPattern> Of(
        IEnumerable<(Interval Time, Responder? Person, IReadOnlyList<LocalStretch> Local)> examples) =>
    [
        .. examples
            .GroupBy(
                e => (e.Person is null ? "" : $"{e.Person} of ") + string.Join(", ", e.Local.Select(l => $"{l.Name} {l.Hours}")),
                StringComparer.Ordinal)
            .Select(g => new HoursPattern
            {
                Hours = g.Key.Length > 0 ? g.Key : "at all hours",
                Local = g.First().Local,
                Count = g.Count(),
                First = g.First().Time,
                Last = g.Last().Time,
            }),
    ];
}
