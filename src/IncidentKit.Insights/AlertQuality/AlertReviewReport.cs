namespace IncidentKit.Insights;

/// <summary>The monthly review of the alerts (P34).</summary>
/// <remarks>Pure: the same history gives the same report. Immutable and thread-safe.</remarks>
public sealed class AlertReviewReport
{
    private AlertReviewReport()
    {
    }

    /// <summary>The month, in the zone of the options.</summary>
    public Interval Month { get; private init; }

    /// <summary>Each alert that fired, those that paged most first, then by name.</summary>
    public required IReadOnlyList<AlertReview> Alerts { get; init; }

    /// <summary>The records of the history that do not count: their times cannot be trusted.</summary>
    public required IReadOnlyList<AlertHistoryFault> Faults { get; init; }

    /// <summary>The review of one month.</summary>
    /// <param name="history">The history; what fired in other months is left out.</param>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, from 1 to 12.</param>
    /// <param name="options">Zone, night and limits; if null, the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">Year, month or a limit does not lie in its range.</exception>
    public static AlertReviewReport Of(AlertHistory history, int year, int month, AlertQualityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new();
        options.ThrowIfOutOfRange();
        var time = options.MonthsFrom(year, month, 1);
        return new()
        {
            Month = time,
            Alerts =
            [
                .. history.Firings.Where(firing => time.Contains(firing.Signal.FiredAt))
                    .GroupBy(firing => firing.Signal.Alert)
                    .Select(same => AlertReview.Of(same.Key, [.. same], history, options))
                    .OrderByDescending(review => review.Paged)
                    .ThenBy(review => review.Alert, StringComparer.Ordinal),
            ],
            Faults = history.Faults,
        };
    }
}
