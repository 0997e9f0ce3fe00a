namespace IncidentKit.Rotation;

/// <summary>A proof that somebody is always on duty, and nobody outside working hours; or every counterexample.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CoverageReport
{
    /// <summary>The longest period that is looked at, in days: ten years.</summary>
    public const int MostDays = 3660;

    private const int MostLines = 20;

    private readonly bool _hasWorkingHours;

    internal CoverageReport(
        Interval period,
        int intervals,
        IReadOnlyList<CoverageGap> gaps,
        IReadOnlyList<DutyOutsideHours>? outside,
        IReadOnlyList<ClockChange> changes)
    {
        (Period, IntervalCount, Gaps, OutsideHours, ClockChanges) = (period, intervals, gaps, outside ?? [], changes);
        _hasWorkingHours = outside is not null;
        GapPatterns = HoursPattern.Of(Gaps.Select(g => (g.Time, (Responder?)null, g.Local)));
        OutsidePatterns = HoursPattern.Of(OutsideHours.Select(o => (o.Time, o.Person, (IReadOnlyList<LocalStretch>)[o.Local])));
    }

    /// <summary>The period, half-open, in UTC.</summary>
    public Interval Period { get; }

    /// <summary>Whether there is no counterexample.</summary>
    public bool IsProved => Gaps.Count == 0 && OutsideHours.Count == 0;

    /// <summary>How many intervals handoffs, starts and ends of working hours, and clock changes make of the period.</summary>
    public int IntervalCount { get; }

    /// <summary>The clock changes of all sites in the period, by instant and then in the order of the sites.</summary>
    public IReadOnlyList<ClockChange> ClockChanges { get; }

    /// <summary>When nobody is on duty, in order; no two touch.</summary>
    public IReadOnlyList<CoverageGap> Gaps { get; }

    /// <summary>Duty outside working hours, by start, then in the order of the sites, then by person.</summary>
    public IReadOnlyList<DutyOutsideHours> OutsideHours { get; }

    /// <summary>The gaps by local clock times, by their first day.</summary>
    public IReadOnlyList<HoursPattern> GapPatterns { get; }

    /// <summary>The duty outside working hours by local clock times, by its first day.</summary>
    public IReadOnlyList<HoursPattern> OutsidePatterns { get; }

    /// <summary>How long nobody is on duty in all; zero or more.</summary>
    public TimeSpan Uncovered => Interval.Union(Gaps.Select(g => g.Time));

    /// <summary>Whether a schedule always has somebody on call in a period: only gaps are counterexamples.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="from">The start of the period; held.</param>
    /// <param name="to">The end of the period; not held. At most <see cref="MostDays"/> days later.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is not after <paramref name="from"/>, or too long.</exception>
    /// <exception cref="OnCallSearchException">The schedule changes more than 1,000,000 times in the period.</exception>
    public static CoverageReport Of(OnCallSchedule schedule, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        if (to - from > TimeSpan.FromDays(MostDays))
            throw new ArgumentOutOfRangeException(nameof(to), to, $"The period is longer than {MostDays} days. Ask for a shorter one.");
        return ScheduleCoverage.Of(schedule, new Stretch(from.UtcTicks, to.UtcTicks));
    }

    /// <summary>The proof in a few lines, or the first counterexamples by their local clock times.</summary>
    public override string ToString()
    {
        var (covered, inHours) = _hasWorkingHours
            ? (", and nobody outside working hours", $"; stretches of duty outside working hours: {OutsideHours.Count}")
            : ("", "");
        var first = IsProved
            ? $"Proved for {Period}: in each of {IntervalCount} intervals somebody is on duty{covered}."
            : FormattableString.Invariant($"Not proved for {Period}: nobody is on duty for {Uncovered.TotalHours:0.##} hours ")
                + $"(gaps: {Gaps.Count}){inHours}.";
        return string.Join(
            '\n',
            [first, .. Lines("clock change", ClockChanges), .. Lines("nobody", GapPatterns), .. Lines("outside hours", OutsidePatterns)]);
    }

    private static IEnumerable<string> Lines<T>(string kind, IReadOnlyList<T> items) =>
    [
        .. items.Take(MostLines).Select(item => $"{kind}: {item}"),
        .. items.Count > MostLines ? [$"{kind}: and {items.Count - MostLines} more"] : (string[])[],
    ];
}
