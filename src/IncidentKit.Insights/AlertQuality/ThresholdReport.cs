namespace IncidentKit.Insights;

/// <summary>The quarterly review of the paging threshold, from false positives (P33).</summary>
/// <remarks>Pure: the same history gives the same report. Immutable and thread-safe.</remarks>
public sealed class ThresholdReport
{
    private ThresholdReport()
    {
    }

    /// <summary>The quarter, in the zone of the options.</summary>
    public Interval Quarter { get; private init; }

    /// <summary>All alerts together.</summary>
    public required ThresholdReview All { get; init; }

    /// <summary>Each alert that fired, by name.</summary>
    public required IReadOnlyList<ThresholdReview> Alerts { get; init; }

    /// <summary>The records of the history that do not count.</summary>
    public required IReadOnlyList<AlertHistoryFault> Faults { get; init; }

    /// <summary>The review of one quarter.</summary>
    /// <param name="history">The history; what fired at other times is left out.</param>
    /// <param name="year">The year.</param>
    /// <param name="quarter">The quarter, from 1 to 4.</param>
    /// <param name="options">Zone and limits; those of the process where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">Year, quarter or a limit does not lie in its range.</exception>
    public static ThresholdReport Of(AlertHistory history, int year, int quarter, AlertQualityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        options ??= new();
        options.ThrowIfOutOfRange();
        var time = options.MonthsFrom(year, (quarter * 3) - 2, 3);
        var firings = history.Firings.Where(firing => time.Contains(firing.Signal.FiredAt)).ToList();
        return new()
        {
            Quarter = time,
            All = Review(null, firings, history, options),
            Alerts =
            [
                .. firings.GroupBy(firing => firing.Signal.Alert)
                    .OrderBy(same => same.Key, StringComparer.Ordinal)
                    .Select(same => Review(same.Key, [.. same], history, options)),
            ],
            Faults = history.Faults,
        };
    }

    private static ThresholdReview Review(
        string? alert, IReadOnlyCollection<AlertFiring> firings, AlertHistory history, AlertQualityOptions options)
    {
        var rate = Tally.Of(firings.Where(firing => history.PagesOf[firing.Id].Any(page => page.Urgency == PageUrgency.High))
            .Select(firing => firing.IsFalsePositive));
        var unnoticed = firings.Count(firing => firing.Incident is not null && !history.PagesOf[firing.Id].Any());
        var (proposal, reason) = ProposalOn(rate, options);
        return new()
        {
            Alert = alert,
            FalsePositives = rate,
            Unnoticed = unnoticed,
            Proposal = proposal,
            Reason = unnoticed == 0 ? reason : $"{reason} {unnoticed} led to an incident and paged nobody.",
        };
    }

    private static (ThresholdProposal Proposal, string Reason) ProposalOn(Tally rate, AlertQualityOptions options)
    {
        if (rate.Share is not { } share || rate.Known < options.LeastForThreshold)
        {
            return (
                ThresholdProposal.Keep,
                $"Of {rate.Known} pages it is known whether they were false, fewer than {options.LeastForThreshold}: too little to say.");
        }

        var wereFalse = $"{rate} pages were false ({Tally.Percent(share)})";
        var (low, high) = (Tally.Percent(options.LowerBelow), Tally.Percent(options.RaiseAbove));
        if (share > options.RaiseAbove)
            return (ThresholdProposal.Raise, $"{wereFalse}, more than {high}.");
        return share < options.LowerBelow
            ? (ThresholdProposal.Lower, $"{wereFalse}, fewer than {low}: it could notice more.")
            : (ThresholdProposal.Keep, $"{wereFalse}, from {low} to {high}.");
    }
}
