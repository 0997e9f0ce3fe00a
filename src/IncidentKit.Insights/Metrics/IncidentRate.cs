namespace IncidentKit.Insights;

/// <summary>How many incidents a month page somebody: SEV-1 to SEV-3 by default (P59).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record IncidentRate
{
    /// <summary>The last whole months of the record, the earliest first.</summary>
    public required IReadOnlyList<MonthCount> Months { get; init; }

    /// <summary>Over how many months the mean is taken.</summary>
    public required int Of { get; init; }

    /// <summary>Their mean; null if the record does not go back so many whole months.</summary>
    public double? Mean => Months.Count == Of ? Months.Average(month => month.Count) : null;

    /// <summary>
    /// The record goes back to the month of the first of <paramref name="recorded"/>; without an end, to that of the last.
    /// </summary>
    internal static IncidentRate Count(
        IEnumerable<DateTimeOffset> paging, IReadOnlyCollection<DateTimeOffset> recorded, DateTimeOffset until, FiguresOptions options)
    {
        var end = until < DateTimeOffset.MaxValue ? MonthOf(until) : recorded.Count > 0 ? MonthOf(recorded.Max()) + 1 : 0;
        var counts = paging.Where(at => at < until).CountBy(MonthOf).ToDictionary();
        var since = Math.Min(
            recorded.Count > 0 ? MonthOf(recorded.Min()) : int.MaxValue,
            options.Period is { } period && period.Start > DateTimeOffset.MinValue ? FirstWhole(period.Start) : int.MaxValue);
        var months = new List<MonthCount>();
        for (var month = Math.Max(Math.Max(end - options.Months, since), 0); month < end; month++)
            months.Add(new() { Month = new DateOnly((month / 12) + 1, (month % 12) + 1, 1), Count = counts.GetValueOrDefault(month) });
        return new() { Months = months, Of = options.Months };

        int MonthOf(DateTimeOffset at)
        {
            var local = LocalTime.FromInstant(options.Zone, at);
            return ((local.Year - 1) * 12) + local.Month - 1;
        }

        int FirstWhole(DateTimeOffset from) =>
            LocalTime.FromInstant(options.Zone, from) is { Day: 1, TimeOfDay.Ticks: 0 } ? MonthOf(from) : MonthOf(from) + 1;
    }
}
