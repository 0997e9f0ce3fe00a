namespace IncidentKit;

/// <content>Obligations that come again with each update.</content>
internal sealed partial class LedgerReading
{
    public IEnumerable<Obligation> Cadence(
        string name,
        Func<ObligationTerms, TimeSpan?> every,
        OccurrenceSeries audience,
        Func<UpdatePosted, bool> isOfAudience,
        bool fromAcknowledgement)
    {
        if (every(_timeline.TermsAt(Instant)) is null && !_timeline.EverWanted(t => every(t) is not null))
            return [NotRequired(name)];
        var rows = new List<Obligation>();
        if (fromAcknowledgement && _acknowledged.IsUnknown)
            rows.Add(new Obligation { Name = name, Status = ObligationStatus.Unknown });
        var updates = Facts.Updates.Where(u => u.At <= Instant && isOfAudience(u.Fact)).ToList();
        if (fromAcknowledgement && _acknowledged.StartedAt is { } acknowledged)
        {
            var next = updates.FindIndex(u => u.At >= acknowledged);
            Turn(acknowledged, null, next < 0 ? null : updates[next].At, mayBeResolved: true);
        }

        for (var i = 0; i < updates.Count; i++)
            Turn(updates[i].At, updates[i].Fact.NextUpdateAt, i + 1 < updates.Count ? updates[i + 1].At : null, mayBeResolved: false);
        return rows;

        void Turn(DateTimeOffset since, DateTimeOffset? promise, DateTimeOffset? next, bool mayBeResolved)
        {
            var (isResolved, resolved) = ResolutionAfter(since);
            if (isResolved && !mayBeResolved)
                return;
            var settled = resolved < next || next is null ? resolved : next;
            foreach (var demand in Demands(
                name,
                since,
                t => every(t) is { } span ? DueOfNext(since, promise, span) : null,
                (t, at) => at.Plus(every(t)!.Value),
                settled,
                onlyUnsettled: true))
            {
                rows.Add(CadenceRow(name, demand, next, resolved, audience.HasUnknown));
            }
        }
    }

    private Obligation CadenceRow(string name, Demand demand, DateTimeOffset? next, DateTimeOffset? resolved, bool mayHaveUnknown)
    {
        var row = new Obligation { Name = name, Since = demand.Since, DueAt = demand.Due, Status = ObligationStatus.Pending };
        return demand.WaivedAt is not null ? row with { Status = ObligationStatus.Waived }
            : next <= demand.Due && !(next > resolved) ? row with { MetAt = next, Status = ObligationStatus.Met }
            : mayHaveUnknown ? row with { Status = ObligationStatus.Unknown }
            : resolved <= demand.Due ? row with { Status = ObligationStatus.NotRequired }
            : next is not null ? row with { MetAt = next, Status = ObligationStatus.MetLate }
            : Facts.Resolved.HasUnknown ? row with { Status = ObligationStatus.Unknown }
            : row with { Status = demand.Due <= Instant ? ObligationStatus.Missed : ObligationStatus.Pending };
    }

    private DateTimeOffset DueOfNext(DateTimeOffset since, DateTimeOffset? promise, TimeSpan every)
    {
        // An update that was corrected to a later time promises nothing by a time that it came after.
        if (promise is not { } promised || promised <= since)
            return since.Plus(every);
        var early = Facts.Detected.Instant is { } detected && since <= detected.Plus(Policy.EarlyPeriod);
        var latest = since.Plus(early ? Policy.EarlyPromise : Policy.LatePromise);
        return Instants.Earlier(promised, latest);
    }

    // Whether the incident was resolved at the instant, and the resolution that ends what counts from there.
    private (bool IsResolved, DateTimeOffset? Resolution) ResolutionAfter(DateTimeOffset at)
    {
        if (IsRetrospective)
        {
            var last = Facts.Resolved.Last(Instant);
            return (last <= at, last);
        }

        if (Facts.Resolved.Last(at) is { } earlier && !(RecurrenceBy(at) > earlier))
            return (true, earlier);
        return (false, Facts.Resolved.First(at, Instant));
    }
}
