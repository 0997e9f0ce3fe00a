namespace IncidentKit.Rotation;

/// <summary>How much rest people need between shifts, and how long they may be on call.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record RestRules
{
    /// <summary>How long somebody may be on call without a break, in real time.</summary>
    /// <value>Null: not checked. A week across the end of daylight saving lasts 169 hours.</value>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above zero.</exception>
    public TimeSpan? LongestShift { get; init => field = Above(value, nameof(LongestShift)); }

    /// <summary>How many shifts may follow each other with shorter pauses than <see cref="Break"/>.</summary>
    /// <value>Null: not checked.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? MostConsecutiveShifts
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MostConsecutiveShifts), value, "Give a number of 1 or more, or null.");
    }

    /// <summary>How long a pause ends a run of consecutive shifts.</summary>
    /// <value>24 hours: a night off ends a run of nights.</value>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above zero.</exception>
    public TimeSpan Break { get; init => field = Above(value, nameof(Break))!.Value; } = TimeSpan.FromHours(24);

    /// <summary>How long somebody is off call between two shifts at least.</summary>
    /// <value>Null: not checked.</value>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above zero.</exception>
    public TimeSpan? LeastRest { get; init => field = Above(value, nameof(LeastRest)); }

    /// <summary>The breaches in a period, by first shift, person and rule. Nothing outside of it is seen.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="from">The start of the period; held.</param>
    /// <param name="to">The end of the period; not held.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    /// <exception cref="OnCallSearchException">The schedule changes too often without the end of a shift.</exception>
    public IReadOnlyList<RestBreach> Check(OnCallSchedule schedule, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return RestCheck.Of(this, schedule.ClippedShifts(from, to));
    }

    /// <summary>An override that ends a breach and makes no other, or two that swap shifts; null if there is none.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="breach">One of the breaches that <see cref="Check"/> finds in the same period.</param>
    /// <param name="from">The start of the period; held.</param>
    /// <param name="to">The end of the period; not held.</param>
    /// <param name="among">Who may help out; empty: everybody on a roster of the schedule.</param>
    /// <exception cref="ArgumentException">The schedule has no such breach in the period.</exception>
    /// <inheritdoc cref="Check" path="/exception" />
    public RestRepair? Repair(
        OnCallSchedule schedule,
        RestBreach breach,
        DateTimeOffset from,
        DateTimeOffset to,
        params IReadOnlyList<Responder> among)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(breach);
        ArgumentNullException.ThrowIfNull(among);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return new RestRepairSearch(this, schedule, breach, new Interval(from, to), among).Find();
    }

    private static TimeSpan? Above(TimeSpan? value, string name) =>
        value is null || value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "Give a length above zero, or null.");
}
