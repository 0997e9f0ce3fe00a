namespace IncidentKit;

/// <summary>When, and by when, an obligation was required, following each change of its terms.</summary>
internal sealed class DueWindows(ObligationEvaluation evaluation, ObligationDefinition definition)
{
    private readonly LedgerTimeline _timeline = evaluation.Timeline;
    private readonly List<LedgerChange> _changes = evaluation.Timeline.ChangesOf(definition);

    /// <summary>The rows of one start: one for each window.</summary>
    public IEnumerable<Obligation> Rows(ObligationStart start, Fulfillment met)
    {
        if (definition.UntilResolution)
        {
            start = start with
            {
                ResolvedAt = evaluation.Resolutions.EndOf(start.Since),
                IsResolutionUnknown = evaluation.Facts.Resolved.HasUnknown,
            };
        }

        foreach (var window in Of(start, start.ResolvedAt < met.At || met.At is null ? start.ResolvedAt : met.At))
        {
            var status = window.StatusAt(evaluation.Instant, start, met);
            yield return new Obligation
            {
                Name = definition.Name,
                Since = window.Since,
                DueAt = window.Due,
                MetAt = status == ObligationStatus.Met || (status == ObligationStatus.MetLate && !met.IsUnknown) ? met.At : null,
                Status = status,
            };
        }
    }

    private List<DueWindow> Of(ObligationStart start, DateTimeOffset? settledAt)
    {
        var windows = new List<DueWindow>(1);
        var since = start.Since;
        // A recurrence that is reported after an end starts the obligation although it was over at that time.
        var cause = start.Recurrence > 0 && !evaluation.IsRetrospective ? start.Sequence : 0;
        if (since > evaluation.Instant || _timeline.IsEndedAt(since, cause))
            return windows;
        var end = _timeline.EndAfter(since, cause);
        var terms = _timeline.TermsAt(since);
        var due = DueUnder(terms, start);
        var from = since;
        if (definition.IsOwedToPublic && _timeline.IsRestrictedAt(since))
            Waive(since);
        for (var i = _changes.CountUntil(since); i < _changes.Count; i++)
        {
            var (at, next, isWaived) = _changes[i];
            if (end <= at || start.SupersededAt <= at || due <= at || (settledAt <= at && (definition.UntilResolution || due is not null)))
                break;
            if (isWaived || DueUnder(next, start) is not { } wanted)
                Waive(at);
            else if (due is null)
                (from, due) = (at, NoEarlierThanItsTimeAfter(at, wanted, next));
            else if (wanted < due)
                due = Instants.Earlier(due.Value, NoEarlierThanItsTimeAfter(at, wanted, next));
            else if (terms.Level.Rank < next.Level.Rank)
                due = wanted;
            terms = next;
            if (isWaived && definition.IsWaiverFinal)
                break;
        }

        if (end is { } over && !(due <= over) && !(settledAt <= over))
            Waive(over);
        else if (due is { } last)
            windows.Add(new(from, last, null));
        return windows;

        void Waive(DateTimeOffset at)
        {
            if (due is { } pending)
                windows.Add(new(from, pending, at));
            due = null;
        }
    }

    private DateTimeOffset? DueUnder(ObligationTerms terms, ObligationStart start) =>
        definition.IsRequired(terms) ? definition.Deadline.DueFrom(start, terms, evaluation.Policy) : null;

    private DateTimeOffset NoEarlierThanItsTimeAfter(DateTimeOffset at, DateTimeOffset due, ObligationTerms terms) =>
        Instants.Later(due, definition.Deadline.DueFrom(new(at), terms, evaluation.Policy));
}
