namespace IncidentKit;

/// <summary>Updates that ask for the next update.</summary>
internal static class UpdateCadence
{
    /// <summary>Each update before resolution, as the start of the next.</summary>
    public static IEnumerable<ObligationStart> Starts(ObligationEvaluation evaluation, bool onlyPublic)
    {
        foreach (var (at, update) in evaluation.Facts.Updates)
        {
            if (at <= evaluation.Instant && IsOf(update, onlyPublic) && !evaluation.Resolutions.IsResolvedAt(at))
            {
                yield return new(at)
                {
                    FulfilledFrom = at,
                    Sequence = update.Sequence,
                    // An update that was corrected to a later time promises nothing by a time that it came after.
                    PromisedAt = update.NextUpdateAt is { } promised && promised > at
                        ? Instants.Earlier(promised, LatestPromise(evaluation, at))
                        : null,
                };
            }
        }
    }

    /// <summary>The first update after a start; one at the same instant counts if it was recorded later.</summary>
    public static DateTimeOffset? Next(ObligationEvaluation evaluation, ObligationStart start, bool onlyPublic)
    {
        var updates = evaluation.Facts.Updates;
        for (var i = updates.CountUntil(start.Since.Plus(-TimeSpan.FromTicks(1))); i < updates.Count; i++)
        {
            var (at, update) = updates[i];
            if ((at > start.Since || (at == start.Since && update.Sequence > start.Sequence)) && IsOf(update, onlyPublic))
                return at <= evaluation.Instant ? at : null;
        }

        return null;
    }

    private static bool IsOf(UpdatePosted update, bool onlyPublic) => !onlyPublic || update.Audience == UpdateAudience.Public;

    private static DateTimeOffset LatestPromise(ObligationEvaluation evaluation, DateTimeOffset since)
    {
        var policy = evaluation.Policy;
        var isEarly = evaluation.Facts.Detected.Instant is { } detected && since <= detected.Plus(policy.EarlyPeriod);
        return since.Plus(isEarly ? policy.EarlyPromise : policy.LatePromise);
    }
}
