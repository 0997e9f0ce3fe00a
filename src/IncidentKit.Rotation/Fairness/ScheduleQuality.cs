namespace IncidentKit.Rotation;

/// <summary>How well a schedule covers a range, and how evenly it loads people. Figures are rounded half to even.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ScheduleQuality
{
    private const int Even = 95;

    private ScheduleQuality(int coverage, int balance, IReadOnlyList<Overload> overloaded) =>
        (CoveragePercent, BalancePercent, Overloaded) = (coverage, balance, overloaded);

    /// <summary>The share of the range in which somebody is on call; 0 to 100.</summary>
    public int CoveragePercent { get; }

    /// <summary>The mean, over pairs of people, of the smaller load over the larger; 0 to 100. From 95 on, or without pairs, 100.</summary>
    public int BalancePercent { get; }

    /// <summary>The mean of coverage and balance; 0 to 100.</summary>
    public int TotalScore => Round((CoveragePercent + BalancePercent) / 2m);

    /// <summary>Who has more than the average load, the heaviest first; empty if the balance is 100.</summary>
    public IReadOnlyList<Overload> Overloaded { get; }

    /// <summary>Measures a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    /// <exception cref="OnCallSearchException">Too many changes without the end of a shift.</exception>
    public static ScheduleQuality Of(OnCallSchedule schedule, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        var loads = new Dictionary<Responder, long>();
        var shifts = schedule.ClippedShifts(from, to).Select(s => (s.Person, Time: new Interval(s.Start!.Value, s.End!.Value))).ToList();
        foreach (var (person, time) in shifts)
            loads[person] = loads.GetValueOrDefault(person) + time.Duration.Ticks;
        var coverage = Round(100m * Interval.Union(shifts.Select(s => s.Time)).Ticks / (to - from).Ticks);
        var balance = BalanceOf([.. loads.Values]);
        return balance >= Even ? new(coverage, 100, []) : new(coverage, balance, OverloadsOf(loads));
    }

    private static int BalanceOf(long[] loads)
    {
        if (loads.Length < 2)
            return 100;
        var sum = 0m;
        for (var i = 0; i < loads.Length; i++)
        {
            for (var j = i + 1; j < loads.Length; j++)
                sum += (decimal)Math.Min(loads[i], loads[j]) / Math.Max(loads[i], loads[j]);
        }

        return Round(100m * sum / (loads.Length * (loads.Length - 1L) / 2));
    }

    private static List<Overload> OverloadsOf(Dictionary<Responder, long> loads)
    {
        var average = loads.Values.Sum(l => (decimal)l) / loads.Count;
        return [.. loads.Select(l => new Overload { Person = l.Key, PercentOverAverage = Round(100m * l.Value / average) - 100 })
            .Where(o => o.PercentOverAverage > 0)
            .OrderByDescending(o => o.PercentOverAverage)
            .ThenBy(o => o.Person.Id, StringComparer.Ordinal)];
    }

    private static int Round(decimal value) => (int)Math.Round(value, MidpointRounding.ToEven);
}
