namespace IncidentKit;

/// <summary>When, and by when, an obligation was required, following each change of its terms.</summary>
internal sealed class DueWindows(ObligationEvaluation evaluation, ObligationDefinition definition)
{
    private readonly LedgerTimeline _timeline = evaluation.Timeline;
    private readonly List<LedgerChange> _changes = evaluation.Timeline.ChangesOf(definition);

    /// <summary>Adds the rows of one start: one for each window.</summary>
    public void AddRows(ObligationStart start, Fulfillment met, List<Obligation> rows)
    {
        var since = start.Since;
        // A recurrence that is reported after an end starts the obligation although it was over at that time.
        var cause = start.Recurrence > 0 && !evaluation.IsRetrospective ? start.Sequence : 0;
        if (since > evaluation.Instant || _timeline.IsEndedAt(since, cause))
            return;
        if (definition.UntilResolution)
        {
            start = start with
            {
                ResolvedAt = evaluation.Resolutions.EndOf(since),
                IsResolutionUnknown = evaluation.Facts.Resolved.HasUnknown,
            };
        }

        var settledAt = start.ResolvedAt < met.At || met.At is null ? start.ResolvedAt : met.At;
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
            Add(last, null);

        void Waive(DateTimeOffset at)
        {
            if (due is { } pending)
                Add(pending, at);
            due = null;
        }

        void Add(DateTimeOffset dueAt, DateTimeOffset? waivedAt)
        {
            var status = new DueWindow(dueAt, waivedAt).StatusAt(evaluation.Instant, start, met);
            rows.Add(new Obligation
            {
                Name = definition.Name,
                Since = from,
                DueAt = dueAt,
                MetAt = status == ObligationStatus.Met || (status == ObligationStatus.MetLate && !met.IsUnknown) ? met.At : null,
                Status = status,
            });
        }
    }

    private DateTimeOffset? DueUnder(ObligationTerms terms, ObligationStart start) =>
        definition.IsRequired(terms) ? definition.Deadline.DueFrom(start, terms, evaluation.Policy) : null;

    private DateTimeOffset NoEarlierThanItsTimeAfter(DateTimeOffset at, DateTimeOffset due, ObligationTerms terms) =>
        Instants.Later(due, definition.Deadline.DueFrom(new(at), terms, evaluation.Policy));
}
