namespace IncidentKit;

/// <summary>One reading of the ledger: facts and an instant.</summary>
internal sealed partial class LedgerReading
{
    private readonly (bool IsUnknown, DateTimeOffset? StartedAt, DateTimeOffset? ReckonedFrom) _acknowledged;
    private readonly Obligation? _acknowledge;
    private readonly LedgerTimeline _timeline;
    private readonly Dictionary<string, List<LedgerChange>> _changes = new(StringComparer.Ordinal);

    public LedgerReading(IncidentPolicy policy, IncidentFacts facts, bool retrospective, DateTimeOffset instant)
    {
        (Policy, Facts, IsRetrospective, Instant) = (policy, facts, retrospective, instant);
        _timeline = new LedgerTimeline(policy, facts, instant);
        Detected = facts.Detected.Instant is { } at && at <= instant ? at : null;
        _acknowledge = ReadAcknowledge();
        _acknowledged = ReadAcknowledgement();
    }

    public IncidentPolicy Policy { get; }

    public IncidentFacts Facts { get; }

    /// <summary>
    /// Whether the incident was entered in retrospect: its resolution is the last one, and each mitigation is
    /// that of its own recurrence.
    /// </summary>
    public bool IsRetrospective { get; }

    /// <summary>The instant that is asked about.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>T0, where it is known and has come.</summary>
    private DateTimeOffset? Detected { get; }

    public IEnumerable<Obligation> Acknowledge() => _acknowledge is null ? [] : [_acknowledge];

    public IEnumerable<Obligation> SinceDetection(string name, Func<ObligationTerms, TwoClockDeadline?> within, Meeting met)
    {
        if (within(_timeline.TermsAt(Instant)) is null && !_timeline.EverWanted(t => within(t) is not null))
            return [NotRequired(name)];
        if (Facts.Detected.IsUnknown || (Detected is not null && _acknowledged.IsUnknown))
            return [Unknown(name, Detected, met)];
        if (Detected is not { } since)
            return [];
        var reckoned = _acknowledged.ReckonedFrom ?? since;
        return Rows(name, Demands(
            name,
            since,
            t => within(t)?.DueFrom(since, reckoned),
            (t, at) => at.Plus(within(t)!.Value.FromDetection),
            met.First(DateTimeOffset.MinValue, Instant)), DateTimeOffset.MinValue, met);
    }

    public IEnumerable<Obligation> SinceAcknowledgement(string name, Func<ObligationTerms, TimeSpan?> within, Meeting met)
    {
        if (within(_timeline.TermsAt(Instant)) is null && !_timeline.EverWanted(t => within(t) is not null))
            return [NotRequired(name)];
        if (_acknowledged.IsUnknown)
            return [Unknown(name, null, met)];
        return _acknowledged.StartedAt is { } since
            ? Rows(name, Demands(
                name,
                since,
                t => within(t) is { } span ? since.Plus(span) : null,
                (t, at) => at.Plus(within(t)!.Value),
                met.First(DateTimeOffset.MinValue, Instant)), DateTimeOffset.MinValue, met)
            : [];
    }

    public IEnumerable<Obligation> SinceEachRecurrence(
        string name,
        Func<ObligationTerms, TimeSpan?> within,
        Func<Occurrence<Recurrence>, Meeting> metBy)
    {
        foreach (var occurrence in Facts.Recurrences)
        {
            var (since, recurrence) = occurrence;
            var met = metBy(occurrence);
            // What ended the incident before it was reported to be back does not end what it then owes.
            var cause = IsRetrospective ? 0 : recurrence.Sequence;
            foreach (var row in Rows(name, Demands(
                name,
                since,
                t => within(t) is { } span ? since.Plus(span) : null,
                (t, at) => at.Plus(within(t)!.Value),
                met.First(since, Instant),
                cause: cause), since, met))
            {
                yield return row;
            }
        }
    }

    public IEnumerable<Obligation> SinceResolution(string name, Func<DateTimeOffset, DateTimeOffset> due, OccurrenceSeries facts)
    {
        if (!_timeline.TermsAt(Instant).WantsPostMortem && !_timeline.EverWanted(t => t.WantsPostMortem))
            return [NotRequired(name)];
        var met = Meeting.By(facts);
        if (Facts.Resolved.HasUnknown)
            return [Unknown(name, null, met)];
        var rows = new List<Obligation>();
        var resolutions = IsRetrospective && Facts.Resolved.Last(Instant) is { } last ? new[] { last } : Facts.Resolved.Known;
        foreach (var since in resolutions)
        {
            // What was met before the resolution is met, but not by what came before a recurrence.
            var metFrom = IsRetrospective ? DateTimeOffset.MinValue : RecurrenceBy(since) ?? DateTimeOffset.MinValue;
            var superseded = IsRetrospective ? null : RecurrenceAfter(since);
            var demands = Demands(
                name,
                since,
                t => t.WantsPostMortem ? due(since) : null,
                (_, at) => due(at),
                met.First(metFrom, Instant),
                until: superseded);
            rows.AddRange(Rows(name, demands, metFrom, met, superseded));
        }

        return rows;
    }

    /// <summary>The instant itself where it falls on a business day, else the end of the next one.</summary>
    public DateTimeOffset OnBusinessDay(DateTimeOffset at) =>
        Policy.Calendar.IsBusinessDay(Policy.Calendar.DateAt(at)) ? at : Policy.Calendar.EndOfBusinessDayAfter(at, 1);

    private DateTimeOffset? RecurrenceBy(DateTimeOffset at) =>
        Facts.Recurrences.CountUntil(at) is > 0 and var count ? Facts.Recurrences[count - 1].At : null;

    private DateTimeOffset? RecurrenceAfter(DateTimeOffset at)
    {
        var next = Facts.Recurrences.CountUntil(at);
        return next < Facts.Recurrences.Count && Facts.Recurrences[next].At <= Instant
            ? Facts.Recurrences[next].At
            : null;
    }

    private Obligation? ReadAcknowledge()
    {
        var met = Meeting.By(Facts.Acknowledged);
        if (Facts.Detected.IsUnknown)
            return Unknown(ObligationNames.Acknowledge, null, met);
        if (Detected is not { } since)
            return null;
        var demands = Demands(
            ObligationNames.Acknowledge,
            since,
            t => t.Level.Response.DueFrom(since, Policy.Calendar),
            (t, at) => t.Level.Response.DueFrom(at, Policy.Calendar),
            met.First(DateTimeOffset.MinValue, Instant));
        return Rows(ObligationNames.Acknowledge, demands, DateTimeOffset.MinValue, met).FirstOrDefault();
    }

    // The first acknowledgement; where nobody has acknowledged by the response deadline, that deadline stands in for it.
    private (bool IsUnknown, DateTimeOffset? StartedAt, DateTimeOffset? ReckonedFrom) ReadAcknowledgement()
    {
        var first = Facts.Acknowledged.First(Instant);
        if (Facts.Detected.IsUnknown)
            return first is { } known && !Facts.Acknowledged.HasUnknown ? (false, known, known) : (true, null, null);
        if (Facts.Acknowledged.HasUnknown)
            return (Detected is not null, null, null);
        if (Detected is null)
            return (false, first, first);
        if (_acknowledge?.DueAt is not { } deadline)
            return (false, null, null);
        var reckoned = first is { } at ? Instants.Earlier(at, deadline) : deadline;
        return (false, first is null && _acknowledge.Status == ObligationStatus.Waived ? null : reckoned, reckoned);
    }

    /// <summary>When and by when an obligation counted, following every change of what it hangs on.</summary>
    /// <param name="name">The name of the obligation.</param>
    /// <param name="since">What starts it.</param>
    /// <param name="dueOf">By when it is due under some terms; null where they do not want it.</param>
    /// <param name="spanAfter">The earliest due instant where an instant creates it or brings it forward.</param>
    /// <param name="settledAt">When it was met.</param>
    /// <param name="onlyUnsettled">Whether nothing is demanded once it was met.</param>
    /// <param name="cause">The sequence of the fact that starts it: only later ends end it.</param>
    /// <param name="until">When something made it pointless.</param>
    private List<Demand> Demands(
        string name,
        DateTimeOffset since,
        Func<ObligationTerms, DateTimeOffset?> dueOf,
        Func<ObligationTerms, DateTimeOffset, DateTimeOffset> spanAfter,
        DateTimeOffset? settledAt,
        bool onlyUnsettled = false,
        long cause = 0,
        DateTimeOffset? until = null)
    {
        var demands = new List<Demand>(1);
        if (since > Instant || _timeline.IsEndedAt(since, cause))
            return demands;
        var end = _timeline.EndAfter(since, cause);
        var terms = _timeline.TermsAt(since);
        var due = dueOf(terms);
        var from = since;
        var changes = ChangesOf(name);
        if (ObligationNames.IsPublic(name) && _timeline.IsRestrictedAt(since))
            Waive(since);
        for (var i = changes.CountUntil(since); i < changes.Count; i++)
        {
            var (at, next, isWaived) = changes[i];
            if (end <= at || until <= at || due <= at || (settledAt <= at && (onlyUnsettled || due is not null)))
                break;
            if (isWaived || dueOf(next) is not { } wanted)
                Waive(at);
            else if (due is null)
                (from, due) = (at, Instants.Later(wanted, spanAfter(next, at)));
            else if (wanted < due)
                due = Instants.Earlier(due.Value, Instants.Later(wanted, spanAfter(next, at)));
            else if (terms.Level.Rank < next.Level.Rank)
                due = wanted;
            terms = next;
        }

        if (end is { } over && !(due <= over) && !(settledAt <= over))
            Waive(over);
        else if (due is { } last)
            demands.Add(new Demand(from, last, null));
        return demands;

        void Waive(DateTimeOffset at)
        {
            if (due is { } pending)
                demands.Add(new Demand(from, pending, at));
            due = null;
        }
    }

    private IEnumerable<Obligation> Rows(
        string name,
        List<Demand> demands,
        DateTimeOffset metFrom,
        Meeting met,
        DateTimeOffset? supersededAt = null)
    {
        var metAt = met.First(metFrom, Instant);
        var mayBeUnknown = met.IsUnknown(Instant);
        foreach (var demand in demands)
        {
            var row = new Obligation { Name = name, Since = demand.Since, DueAt = demand.Due, Status = ObligationStatus.Pending };
            // What a recurrence made pointless while it was pending stays so, whatever comes later.
            var superseded = supersededAt < demand.Due && !(demand.WaivedAt <= supersededAt) && !(metAt <= supersededAt);
            yield return superseded ? row with { Status = ObligationStatus.NotRequired }
                : demand.WaivedAt is not null ? row with { Status = ObligationStatus.Waived }
                : metAt <= demand.Due ? row with { MetAt = metAt, Status = ObligationStatus.Met }
                : mayBeUnknown ? row with
                {
                    Status = met.IsSurelyLate?.Invoke(demand.Due, Instant) == true ? ObligationStatus.MetLate : ObligationStatus.Unknown,
                }
                : metAt is not null ? row with { MetAt = metAt, Status = ObligationStatus.MetLate }
                : row with { Status = demand.Due <= Instant ? ObligationStatus.Missed : ObligationStatus.Pending };
        }
    }

    private List<LedgerChange> ChangesOf(string name)
    {
        if (!_changes.TryGetValue(name, out var changes))
            _changes.Add(name, changes = _timeline.ChangesOf(name));
        return changes;
    }

    private Obligation Unknown(string name, DateTimeOffset? since, Meeting met) =>
        new()
        {
            Name = name,
            Since = since,
            MetAt = met.IsUnknown(Instant) ? null : met.First(DateTimeOffset.MinValue, Instant),
            Status = ObligationStatus.Unknown,
        };

    private static Obligation NotRequired(string name) => new() { Name = name, Status = ObligationStatus.NotRequired };
}
