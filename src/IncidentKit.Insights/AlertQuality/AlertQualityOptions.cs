namespace IncidentKit.Insights;

/// <summary>Zone, night, and the limits from which the reports on alerts give advice.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record AlertQualityOptions
{
    /// <summary>The time zone of nights, weeks and months.</summary>
    /// <value>UTC.</value>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>When the night begins, local time.</summary>
    /// <value>22:00.</value>
    public TimeOnly NightFrom { get; init; } = new(22, 0);

    /// <summary>When the night ends, local time; may lie before its beginning, on the next day.</summary>
    /// <value>07:00.</value>
    public TimeOnly NightTo { get; init; } = new(7, 0);

    /// <summary>The day on which an on-call week begins, local time.</summary>
    /// <value>Monday.</value>
    public DayOfWeek WeekStarts { get; init; } = DayOfWeek.Monday;

    /// <summary>The time of that day, local time.</summary>
    /// <value>00:00.</value>
    public TimeOnly WeekStartsAt { get; init; }

    /// <summary>The pages of one person in one on-call week from which it is too many (P35); at least 1.</summary>
    /// <value>5.</value>
    public int TooManyPages { get; init; } = 5;

    /// <summary>
    /// The fewest firings of an alert in a month whose outcome is known that allow advice other than to keep it; at least 1.
    /// </summary>
    /// <value>3.</value>
    public int LeastForAdvice { get; init; } = 3;

    /// <summary>The share left to the next day from which an alert becomes a ticket; from 0 to 1.</summary>
    /// <value>0.5.</value>
    public double TicketFrom { get; init; } = 0.5;

    /// <summary>The share of false positives from which a rule is to be tightened; from 0 to 1.</summary>
    /// <value>0.3.</value>
    public double TightenFrom { get; init; } = 0.3;

    /// <summary>The share of actionable firings below which an alert lacks context; from 0 to 1.</summary>
    /// <value>0.8.</value>
    public double ActionableFrom { get; init; } = 0.8;

    /// <summary>
    /// The fewest pages in a quarter of which it is known whether they were false that allow to propose
    /// another threshold; at least 1.
    /// </summary>
    /// <value>10.</value>
    public int LeastForThreshold { get; init; } = 10;

    /// <summary>The share of false positives above which the threshold is to be raised; from 0 to 1.</summary>
    /// <value>0.3.</value>
    public double RaiseAbove { get; init; } = 0.3;

    /// <summary>
    /// The share of false positives below which the threshold may be lowered; from 0 to 1, and no more than
    /// <see cref="RaiseAbove"/>.
    /// </summary>
    /// <value>0.05.</value>
    public double LowerBelow { get; init; } = 0.05;

    internal void ThrowIfOutOfRange()
    {
        ArgumentNullException.ThrowIfNull(Zone);
        (string Name, int Value)[] counts =
        [
            (nameof(TooManyPages), TooManyPages), (nameof(LeastForAdvice), LeastForAdvice), (nameof(LeastForThreshold), LeastForThreshold),
        ];
        (string Name, double Value)[] shares =
        [
            (nameof(TicketFrom), TicketFrom), (nameof(TightenFrom), TightenFrom),
            (nameof(ActionableFrom), ActionableFrom), (nameof(RaiseAbove), RaiseAbove), (nameof(LowerBelow), LowerBelow),
        ];
        List<string> faults =
        [
            .. counts.Where(count => count.Value < 1).Select(count => $"{count.Name} is to be 1 or more"),
            .. shares.Where(share => !(share.Value is >= 0 and <= 1)).Select(share => $"{share.Name} is to be a share from 0 to 1"),
        ];
        if (LowerBelow > RaiseAbove)
            faults.Add($"{nameof(LowerBelow)} is to be no more than {nameof(RaiseAbove)}");
        if (!Enum.IsDefined(WeekStarts))
            faults.Add($"{nameof(WeekStarts)} is to be a day of the week");
        if (faults.Count > 0)
            throw new ArgumentOutOfRangeException("options", string.Join("; ", faults) + ".");
    }

    /// <summary>Where night begins and ends at one time, there is none.</summary>
    internal bool IsNight(DateTimeOffset at)
    {
        var time = TimeOnly.FromDateTime(LocalTime.FromInstant(Zone, at));
        return NightFrom <= NightTo ? NightFrom <= time && time < NightTo : time >= NightFrom || time < NightTo;
    }

    internal DateOnly WeekOf(DateTimeOffset at)
    {
        var local = LocalTime.FromInstant(Zone, at);
        var day = DateOnly.FromDateTime(local);
        var back = ((int)day.DayOfWeek - (int)WeekStarts + 7) % 7;
        if (back == 0 && TimeOnly.FromDateTime(local) < WeekStartsAt)
            back = 7;
        return day.DayNumber < back ? DateOnly.MinValue : day.AddDays(-back);
    }

    internal Interval MonthsFrom(int year, int month, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        var first = new DateTime(year, month, 1);
        return new(LocalTime.ToInstant(Zone, first), LocalTime.ToInstant(Zone, first.AddMonths(count)));
    }
}
