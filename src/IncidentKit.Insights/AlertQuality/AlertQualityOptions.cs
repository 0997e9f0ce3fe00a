namespace IncidentKit.Insights;

/// <summary>Zone, night, week and limits of the reports on alerts.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record AlertQualityOptions
{
    /// <summary>The time zone of nights, weeks and months.</summary>
    /// <value>UTC.</value>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>When the night begins, local time.</summary>
    /// <value>22:00.</value>
    public TimeOnly NightFrom { get; init; } = new(22, 0);

    /// <summary>When the night ends, local time; before its beginning means the next day.</summary>
    /// <value>07:00.</value>
    public TimeOnly NightTo { get; init; } = new(7, 0);

    /// <summary>The day on which an on-call week begins, local time.</summary>
    /// <value>Monday.</value>
    public DayOfWeek WeekStarts { get; init; } = DayOfWeek.Monday;

    /// <summary>The time of that day, local time.</summary>
    /// <value>00:00.</value>
    public TimeOnly WeekStartsAt { get; init; }

    /// <summary>The pages of one person in one on-call week that are too many (P35); at least 1.</summary>
    /// <value>5.</value>
    public int TooManyPages { get; init; } = 5;

    /// <summary>The fewest firings of known outcome in a month for advice other than to keep an alert; at least 1.</summary>
    /// <value>3.</value>
    public int LeastForAdvice { get; init; } = 3;

    /// <summary>The share left to the next day that makes an alert a ticket; from 0 to 1.</summary>
    /// <value>0.5.</value>
    public double TicketFrom { get; init; } = 0.5;

    /// <summary>The share of false positives that tightens a rule; from 0 to 1.</summary>
    /// <value>0.3.</value>
    public double TightenFrom { get; init; } = 0.3;

    /// <summary>The share of actionable firings below which an alert lacks context; from 0 to 1.</summary>
    /// <value>0.8.</value>
    public double ActionableFrom { get; init; } = 0.8;

    /// <summary>The fewest pages in a quarter, known to be false or not, for the proposal of another threshold; at least 1.</summary>
    /// <value>10.</value>
    public int LeastForThreshold { get; init; } = 10;

    /// <summary>The share of false positives above which the threshold is raised; from 0 to 1.</summary>
    /// <value>0.3.</value>
    public double RaiseAbove { get; init; } = 0.3;

    /// <summary>The share of false positives below which the threshold may be lowered; from 0 to <see cref="RaiseAbove"/>.</summary>
    /// <value>0.05.</value>
    public double LowerBelow { get; init; } = 0.05;

    internal void ThrowIfOutOfRange()
    {
        ArgumentNullException.ThrowIfNull(Zone);
        List<string> faults = [];
        CheckCount(TooManyPages, nameof(TooManyPages));
        CheckCount(LeastForAdvice, nameof(LeastForAdvice));
        CheckCount(LeastForThreshold, nameof(LeastForThreshold));
        CheckShare(TicketFrom, nameof(TicketFrom));
        CheckShare(TightenFrom, nameof(TightenFrom));
        CheckShare(ActionableFrom, nameof(ActionableFrom));
        CheckShare(RaiseAbove, nameof(RaiseAbove));
        CheckShare(LowerBelow, nameof(LowerBelow));
        Check(!(LowerBelow > RaiseAbove), $"{nameof(LowerBelow)} is to be no more than {nameof(RaiseAbove)}");
        Check(Enum.IsDefined(WeekStarts), $"{nameof(WeekStarts)} is to be a day of the week");
        if (faults.Count > 0)
            throw new ArgumentOutOfRangeException("options", string.Join("; ", faults) + ".");

        void CheckCount(int count, string name) => Check(count >= 1, $"{name} is to be 1 or more");

        void CheckShare(double share, string name) => Check(share is >= 0 and <= 1, $"{name} is to be a share from 0 to 1");

        void Check(bool holds, string fault)
        {
            if (!holds)
                faults.Add(fault);
        }
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
