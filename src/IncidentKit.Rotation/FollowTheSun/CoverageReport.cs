using System.Globalization;
using System.Text;

namespace IncidentKit.Rotation;

/// <summary>
/// Whether somebody is on duty throughout a period, and nobody outside working hours: a proof, or every
/// counterexample to the tick.
/// </summary>
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

    /// <summary>
    /// Into how many intervals the period falls at handoffs, starts and ends of working hours, and clock changes. Each was
    /// examined whole; within one nothing changes.
    /// </summary>
    public int IntervalCount { get; }

    /// <summary>Every change of the clocks of every site within the period, by instant and then in the order of the sites.</summary>
    public IReadOnlyList<ClockChange> ClockChanges { get; }

    /// <summary>When nobody is on duty, in order; no two touch.</summary>
    public IReadOnlyList<CoverageGap> Gaps { get; }

    /// <summary>When somebody is on duty outside working hours, by start, then in the order of the sites, then by person.</summary>
    public IReadOnlyList<DutyOutsideHours> OutsideHours { get; }

    /// <summary>The gaps by local clock times, by their first day: which hours are missing.</summary>
    public IReadOnlyList<HoursPattern> GapPatterns { get; }

    /// <summary>The duty outside working hours by local clock times, by its first day.</summary>
    public IReadOnlyList<HoursPattern> OutsidePatterns { get; }

    /// <summary>How long nobody is on duty in all; zero or more.</summary>
    public TimeSpan Uncovered => Interval.Union(Gaps.Select(g => g.Time));

    /// <summary>
    /// Whether a schedule always has somebody on call in a period. A schedule has no working hours, so that only
    /// gaps are counterexamples.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="from">The start of the period; held.</param>
    /// <param name="to">The end of the period; not held.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="to"/> is not after <paramref name="from"/>, or more than <see cref="MostDays"/> days after it.
    /// </exception>
    /// <exception cref="OnCallSearchException">The schedule changes more than 1,000,000 times in the period.</exception>
    public static CoverageReport Of(OnCallSchedule schedule, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        if (to - from > TimeSpan.FromDays(MostDays))
            throw new ArgumentOutOfRangeException(nameof(to), to, $"The period is longer than {MostDays} days. Ask for a shorter one.");
        return ScheduleCoverage.Of(schedule, new Stretch(from.UtcTicks, to.UtcTicks));
    }

    /// <summary>
    /// The answer in a few lines: the proof and what it looked at, or the first counterexamples by their local clock times.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var invariant = CultureInfo.InvariantCulture;
        text.Append(invariant, $"{(IsProved ? "Proved" : "Not proved")} for {Period}: ");
        if (IsProved)
        {
            text.Append(
                invariant,
                $"in each of {IntervalCount} intervals somebody is on duty"
                    + $"{(_hasWorkingHours ? ", and nobody outside working hours" : "")}.");
        }
        else
        {
            text.Append(
                invariant,
                $"nobody is on duty for {Uncovered.TotalHours:0.##} hours (gaps: {Gaps.Count})"
                    + $"{(_hasWorkingHours ? $"; stretches of duty outside working hours: {OutsideHours.Count}" : "")}.");
        }

        Append(text, "clock change", ClockChanges);
        Append(text, "nobody", GapPatterns);
        Append(text, "outside hours", OutsidePatterns);
        return text.ToString();
    }

    private static void Append<T>(StringBuilder text, string kind, IReadOnlyList<T> items)
    {
        foreach (var item in items.Take(MostLines))
            text.Append('\n').Append(kind).Append(": ").Append(item);
        if (items.Count > MostLines)
            text.Append(CultureInfo.InvariantCulture, $"\n{kind}: and {items.Count - MostLines} more");
    }
}
