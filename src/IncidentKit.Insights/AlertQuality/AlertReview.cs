namespace IncidentKit.Insights;

/// <summary>One alert in one month.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record AlertReview
{
    /// <summary>The name of the alert.</summary>
    public required string Alert { get; init; }

    /// <summary>How often it fired.</summary>
    public required int Fired { get; init; }

    /// <summary>How many firings paged somebody urgently, however often.</summary>
    public required int Paged { get; init; }

    /// <summary>How many paged somebody at low urgency alone.</summary>
    public required int LowUrgency { get; init; }

    /// <summary>Of those that paged: whether a person acted within the shift.</summary>
    public required Tally Actionable { get; init; }

    /// <summary>Of those that paged: whether somebody acknowledged.</summary>
    public required Tally Acknowledged { get; init; }

    /// <summary>Of those that paged: whether it was left to the next day.</summary>
    public required Tally LeftToNextDay { get; init; }

    /// <summary>Of those that paged: whether nothing was wrong.</summary>
    public required Tally FalsePositives { get; init; }

    /// <summary>How many first paged somebody urgently at night.</summary>
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
    private static (AlertAdviceKind Advice, string Reason) AdviceOn(AlertReview review, AlertQualityOptions options)
    {
        var (actionable, left, wrong) = (review.Actionable, review.LeftToNextDay, review.FalsePositives);
        if (review.Paged == 0)
            return (AlertAdviceKind.Keep, "It paged nobody.");
        if (actionable.Known < options.LeastForAdvice)
        {
            return (
                AlertAdviceKind.Keep,
                $"Of {actionable.Known} of its {review.Paged} pages it is known whether somebody acted on them, "
                    + $"fewer than {options.LeastForAdvice}: too little to say.");
        }

        if (actionable.Yes == 0 && left.Yes == 0)
            return Of(AlertAdviceKind.Delete, $"Nobody acted on it: {actionable} actionable, and none left to the next day.");
        if (left.Share >= options.TicketFrom)
        {
            var limit = Tally.Percent(options.TicketFrom);
            return Of(AlertAdviceKind.MakeTicket, $"It can wait: {left} left to the next day, {limit} or more.");
        }

        if (wrong.Known >= options.LeastForAdvice && wrong.Share >= options.TightenFrom)
        {
            var limit = Tally.Percent(options.TightenFrom);
            return Of(AlertAdviceKind.Tighten, $"It fires though nothing is wrong: {wrong} false, {limit} or more.");
        }

        return actionable.Share < options.ActionableFrom
            ? Of(
                AlertAdviceKind.AddContext,
                $"People look, and often do not act within the shift: {actionable} actionable, "
                    + $"fewer than {Tally.Percent(options.ActionableFrom)}.")
            : Of(AlertAdviceKind.Keep, $"People act on it: {actionable} actionable.");

        (AlertAdviceKind, string) Of(AlertAdviceKind advice, string reason) => (advice, reason + Night(review));
    }

    private static string Night(AlertReview review) => review.NightPages == 0
        ? ""
        : $" {review.NightPages} of {review.Paged} pages came at night.";

    private static bool? AnyOf(IEnumerable<bool?> facts) =>
        facts.ToList() is var all && all.Contains(true) ? true : all.Contains(null) ? null : false;
}
