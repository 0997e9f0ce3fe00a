namespace IncidentKit.Rotation;

/// <summary>Counterexamples with the same local clock times, such as those of each day.</summary>
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
            .GroupBy(e => (e.Person is null ? "" : $"{e.Person} of ") + string.Join(", ", e.Local.Select(l => $"{l.Name} {l.Hours}")))
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
