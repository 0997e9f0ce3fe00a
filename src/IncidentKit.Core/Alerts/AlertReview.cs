using System.Globalization;

namespace IncidentKit;

/// <summary>What to do with an alert (P34).</summary>
public enum AlertAdviceKind
{
    /// <summary>Keep it as it is.</summary>
    Keep,

    /// <summary>Delete it: nobody acts on it.</summary>
    Delete,

    /// <summary>Make it a ticket: it can wait.</summary>
    MakeTicket,

    /// <summary>Tighten it: it fires though nothing is wrong.</summary>
    Tighten,

    /// <summary>Add context: people look, and often do not act within the shift.</summary>
    AddContext,
}

/// <summary>One alert in one month.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record AlertReview
{
    /// <summary>The name of the alert.</summary>
    public required string Alert { get; init; }

    /// <summary>How often it fired.</summary>
    public required int Fired { get; init; }

    /// <summary>How many of its firings paged somebody urgently; repeats, channels and people of one firing are one.</summary>
    public required int Paged { get; init; }

    /// <summary>How many paged somebody at low urgency alone.</summary>
    public required int LowUrgency { get; init; }

    /// <summary>Of those that paged: whether a person acted on it within the shift.</summary>
    public required Tally Actionable { get; init; }

    /// <summary>Of those that paged: whether somebody acknowledged.</summary>
    public required Tally Acknowledged { get; init; }

    /// <summary>Of those that paged: whether it was left to the next day.</summary>
    public required Tally LeftToNextDay { get; init; }

    /// <summary>Of those that paged: whether nothing was wrong.</summary>
    public required Tally FalsePositives { get; init; }

    /// <summary>How many first paged somebody urgently at night, by the zone of the options.</summary>
    public required int NightPages { get; init; }

    /// <summary>What to do with it.</summary>
    public required AlertAdviceKind Advice { get; init; }

    /// <summary>Why, with the figures and the limit.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Alert}: {Advice}. {Reason}";

    internal static AlertReview Of(
        string alert, IReadOnlyCollection<AlertFiring> firings, AlertHistory history, AlertQualityOptions options)
    {
        var paged = firings.Where(firing => history.PagesOf[firing.Id].Any(page => page.Urgency == PageUrgency.High)).ToList();
        var review = new AlertReview
        {
            Alert = alert,
            Fired = firings.Count,
            Paged = paged.Count,
            LowUrgency = firings.Count(firing => history.PagesOf[firing.Id].Any()) - paged.Count,
            Actionable = Tally.Of(paged.Select(firing => firing.IsActionable)),
            Acknowledged = Tally.Of(paged.Select(firing => AnyOf(history.PagesOf[firing.Id].Select(page => page.IsAcknowledged)))),
            LeftToNextDay = Tally.Of(paged.Select(firing => firing.IsLeftToNextDay)),
            FalsePositives = Tally.Of(paged.Select(firing => firing.IsFalsePositive)),
            NightPages = paged.Count(firing => options.IsNight(
                history.PagesOf[firing.Id].Where(page => page.Urgency == PageUrgency.High).Min(page => page.PagedAt))),
            Advice = AlertAdviceKind.Keep,
            Reason = "",
        };
        var (advice, reason) = AdviceOn(review, options);
        return review with { Advice = advice, Reason = reason };
    }

    // The first that fits. What is unknown speaks neither for nor against an alert.
    private static (AlertAdviceKind Advice, string Reason) AdviceOn(AlertReview review, AlertQualityOptions options) =>
        review.Paged == 0 ? (AlertAdviceKind.Keep, "It paged nobody.")
        : review.Actionable.Known < options.LeastForAdvice
            ? (
                AlertAdviceKind.Keep,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Of {review.Actionable.Known} of its {review.Paged} pages it is known whether somebody acted on them, "
                        + $"fewer than {options.LeastForAdvice}: too little to say."))
        : review is { Actionable.Yes: 0, LeftToNextDay.Yes: 0 }
            ? (AlertAdviceKind.Delete, $"Nobody acted on it: {review.Actionable} actionable, and none left to the next day.{Night(review)}")
        : review.LeftToNextDay.Share >= options.TicketFrom
            ? (
                AlertAdviceKind.MakeTicket,
                $"It can wait: {review.LeftToNextDay} left to the next day, {Tally.Percent(options.TicketFrom)} or more.{Night(review)}")
        : review.FalsePositives.Known >= options.LeastForAdvice && review.FalsePositives.Share >= options.TightenFrom
            ? (
                AlertAdviceKind.Tighten,
                $"It fires though nothing is wrong: {review.FalsePositives} false, {Tally.Percent(options.TightenFrom)} "
                    + $"or more.{Night(review)}")
        : review.Actionable.Share < options.ActionableFrom
            ? (
                AlertAdviceKind.AddContext,
                $"People look, and often do not act within the shift: {review.Actionable} actionable, "
                    + $"fewer than {Tally.Percent(options.ActionableFrom)}.{Night(review)}")
        : (AlertAdviceKind.Keep, $"People act on it: {review.Actionable} actionable.{Night(review)}");

    private static string Night(AlertReview review) => review.NightPages == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" {review.NightPages} of {review.Paged} pages came at night.");

    private static bool? AnyOf(IEnumerable<bool?> facts) =>
        facts.ToList() is var all && all.Contains(true) ? true : all.Contains(null) ? null : false;
}

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

    /// <summary>The records of the history that do not count, of whatever month: their times cannot be trusted.</summary>
    public required IReadOnlyList<AlertHistoryFault> Faults { get; init; }

    /// <summary>The review of one month.</summary>
    /// <param name="history">The history; what fired in other months is left out.</param>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, from 1 to 12.</param>
    /// <param name="options">Zone, night and limits; those of the process where null.</param>
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
                    .GroupBy(firing => firing.Signal.Alert, StringComparer.Ordinal)
                    .Select(same => AlertReview.Of(same.Key, [.. same], history, options))
                    .OrderByDescending(review => review.Paged)
                    .ThenBy(review => review.Alert, StringComparer.Ordinal),
            ],
            Faults = history.Faults,
        };
    }
}
