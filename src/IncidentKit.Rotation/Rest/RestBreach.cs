namespace IncidentKit.Rotation;

/// <summary>A rule on rest that is broken, and by which shifts.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record RestBreach
{
    /// <summary>Whose rest it is.</summary>
    public required Responder Person { get; init; }

    /// <summary>The rule.</summary>
    public required RestRule Rule { get; init; }

    /// <summary>The shifts, cut at the period: the long one, all of the run, or the two with too little rest between them.</summary>
    public required IReadOnlyList<OnCallShift> Shifts { get; init => field = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    /// <summary>The length of the shift, of the run, or of the rest.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>From the start of the first shift to the end of the last.</summary>
    public Interval Span => new(Shifts[0].Start!.Value, Shifts[^1].End!.Value);

    /// <inheritdoc />
    public bool Equals(RestBreach? other) =>
        other is not null && Person == other.Person && Rule == other.Rule && Shifts.SequenceEqual(other.Shifts);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Person, Rule, Shifts.Count, Shifts[0]);

    /// <inheritdoc />
    public override string ToString() => Rule switch
    {
        RestRule.LongestShift => $"{Person}: on call for {Hours(Time)} without a break {Span}",
        RestRule.LeastRest => $"{Person}: {Hours(Time)} of rest before {Iso8601.Format(Shifts[^1].Start!.Value)}",
        _ => $"{Person}: {Shifts.Count} shifts in a row {Span}",
    };

    private static string Hours(TimeSpan time) => $"{(int)time.TotalHours} h {time.Minutes:00} min";
}
