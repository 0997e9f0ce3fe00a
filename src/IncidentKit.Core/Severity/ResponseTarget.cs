namespace IncidentKit;

/// <summary>How soon a person is to acknowledge an incident of a level.</summary>
/// <remarks>Equal by value. The <c>default</c> value is "at once". Immutable and thread-safe.</remarks>
public readonly record struct ResponseTarget
{
    private ResponseTarget(ResponseClock clock, TimeSpan time) => (Clock, Time) = (clock, time);

    /// <summary>How the time is counted.</summary>
    public ResponseClock Clock { get; }

    /// <summary>The time allowed; zero where the clock is <see cref="ResponseClock.EndOfNextBusinessDay"/>.</summary>
    public TimeSpan Time { get; }

    /// <summary>By the end of the next business day after the day of detection.</summary>
    public static ResponseTarget EndOfNextBusinessDay { get; } = new(ResponseClock.EndOfNextBusinessDay, TimeSpan.Zero);

    /// <summary>Within <paramref name="time"/>, around the clock.</summary>
    public static ResponseTarget Within(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        return new(ResponseClock.Elapsed, time);
    }

    /// <summary>Within <paramref name="time"/> of business time.</summary>
    public static ResponseTarget WithinBusinessTime(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        return new(ResponseClock.BusinessTime, time);
    }

    /// <inheritdoc />
    public override string ToString() => Clock switch
    {
        ResponseClock.EndOfNextBusinessDay => "end of the next business day",
        ResponseClock.BusinessTime => Invariant($"{InWords()} of business time"),
        _ => InWords(),
    };

    private string InWords() =>
        Time.TotalHours >= 1 ? Invariant($"{Time.TotalHours:0.##} hours") : Invariant($"{Time.TotalMinutes:0.##} minutes");

    /// <summary>The instant by which an incident that counts from <paramref name="from"/> is to be acknowledged.</summary>
    public DateTimeOffset DueFrom(DateTimeOffset from, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Clock switch
        {
            ResponseClock.Elapsed => from.Plus(Time),
            ResponseClock.BusinessTime => calendar.Add(from, Time),
            _ => calendar.EndOfBusinessDayAfter(from, 1),
        };
    }
}
