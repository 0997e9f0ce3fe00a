namespace IncidentKit;

/// <summary>By when an obligation is due, counted from its start or from the change of the terms that creates it.</summary>
/// <remarks>
/// Business hours and days are those of <see cref="IncidentPolicy.Calendar"/>, in its time zone. All words are for documentation. A
/// sum beyond year 9999 is the last instant. Immutable, and thread-safe if its function is.
/// </remarks>
public sealed class ObligationDeadline
{
    private readonly string _words;
    private readonly Func<DateTimeOffset, ObligationTerms, IncidentPolicy, DateTimeOffset> _due;
    private readonly Func<ObligationTerms, TwoClockDeadline?>? _clocks;
    private readonly Func<ObligationTerms, bool> _appliesTo;

    private ObligationDeadline(
        string words,
        Func<DateTimeOffset, ObligationTerms, IncidentPolicy, DateTimeOffset> due,
        Func<ObligationTerms, bool>? appliesTo = null,
        Func<ObligationTerms, TwoClockDeadline?>? clocks = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        _words = words;
        _due = due;
        _appliesTo = appliesTo ?? (_ => true);
        _clocks = clocks;
    }

    /// <summary>Whether a second clock runs from the acknowledgement.</summary>
    internal bool HasTwoClocks => _clocks is not null;

    /// <summary>A time after the start, around the clock.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not positive.</exception>
    public static ObligationDeadline Within(TimeSpan time) => Within(ResponseTarget.Within(time));

    /// <summary>A business time after the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not positive.</exception>
    public static ObligationDeadline WithinBusinessTime(TimeSpan time) => Within(ResponseTarget.WithinBusinessTime(time));

    /// <summary>A time after the start that depends on the terms, around the clock.</summary>
    /// <param name="words">The deadline in words.</param>
    /// <param name="time">The time; null if the obligation is not required under the terms.</param>
    public static ObligationDeadline Within(string words, Func<ObligationTerms, TimeSpan?> time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new(words, (from, terms, _) => from.Plus(time(terms)!.Value), terms => time(terms) is not null);
    }

    /// <summary>The end of the business day that is <paramref name="count"/> business days after the day of the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static ObligationDeadline EndOfBusinessDay(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return count == 1 ? Within(ResponseTarget.EndOfNextBusinessDay) : new(
            Invariant($"end of business day {count} after the start"),
            (from, _, policy) => policy.Calendar.EndOfBusinessDayAfter(from, count));
    }

    /// <summary>
    /// The later of two clocks, from <see cref="ObligationTrigger.Detection"/> and from acknowledgement. From any other start, only
    /// the first clock runs.
    /// </summary>
    /// <param name="words">The deadline in words.</param>
    /// <param name="clocks">The two times; null if the obligation is not required under the terms.</param>
    public static ObligationDeadline LaterOf(string words, Func<ObligationTerms, TwoClockDeadline?> clocks)
    {
        ArgumentNullException.ThrowIfNull(clocks);
        return new(
            words, (from, terms, _) => from.Plus(clocks(terms)!.Value.FromDetection), terms => clocks(terms) is not null, clocks);
    }

    /// <summary>An instant that a function computes.</summary>
    /// <param name="words">The deadline in words.</param>
    /// <param name="due">The due instant by the start, the terms and the policy; not before that start.</param>
    public static ObligationDeadline Computed(string words, Func<DateTimeOffset, ObligationTerms, IncidentPolicy, DateTimeOffset> due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return new(words, (from, terms, policy) => due(from, terms, policy).ToUniversalTime());
    }

    /// <summary>The deadline in words.</summary>
    public override string ToString() => _words;

    internal bool AppliesTo(ObligationTerms terms) => _appliesTo(terms);

    internal DateTimeOffset DueFrom(ObligationStart start, ObligationTerms terms, IncidentPolicy policy) =>
        start.AcknowledgedAt is { } second ? _clocks!(terms)!.Value.DueFrom(start.Since, second)
        : start.PromisedAt ?? _due(start.Since, terms, policy);

    private static ObligationDeadline Within(ResponseTarget target) =>
        new($"{target}", (from, _, policy) => target.DueFrom(from, policy.Calendar));
}
