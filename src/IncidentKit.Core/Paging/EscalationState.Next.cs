namespace IncidentKit;

// What is due next, where nothing more is recorded.
internal sealed partial class EscalationState
{
    private SeverityLevel Level => policy.Level(_level ?? policy.ProvisionalLevel);

    private EscalationPolicy Escalation => policy.Escalation;

    // After its resolution, and where only the record is completed, nobody is paged by itself.
    private bool IsLive => _phase is IncidentPhase.Detection or IncidentPhase.Mitigation or IncidentPhase.Resolution;

    /// <summary>The next action; null if none is ever due.</summary>
    /// <param name="rolesDue">When roles that nobody filled are due, or were (P08).</param>
    public EscalationAction? Next(IReadOnlyList<DateTimeOffset> rolesDue)
    {
        if (_isRetrospective || !_phase.IsOpen())
            return null;
        var next = NextRequest();
        if (!IsLive)
            return next;
        next = Earlier(next, NextNotification());
        next = Earlier(next, NextStep());
        next = Earlier(next, NextForRoles(rolesDue));
        return Earlier(next, NextAfterSilence());
    }

    private static EscalationAction? Earlier(EscalationAction? a, EscalationAction? b) => a is null || b?.DueAt < a.DueAt ? b : a;

    private EscalationAction? NextRequest()
    {
        if (_requests.Count == 0)
            return null;
        var (sequence, (fact, at, _)) = _requests.First();
        var key = Invariant($"request-{sequence}");
        var group = fact.To is { } person ? new PagingGroup([EscalationTarget.Of(person)], null, null, key)
            : fact.Audience is { } word ? new PagingGroup([EscalationTarget.Of(word)], null, null, key)
            : StepAfter() is var (number, repeat)
                ? Group(number, repeat) with { Key = Invariant($"{key}-{number}.{repeat}") }
            : null;
        return group is null ? null : new EscalationAction
        {
            DueAt = at, Run = _run, Cause = PagingCause.Requested, Request = sequence, Groups = [group],
            Reason = fact is { To: null, Audience: null } ? $"{fact.By} pages the next step." : $"{fact.By} pages {group.Targets[0]}.",
        };
    }

    // The whole audience at once: at the beginning with the step that must acknowledge, later those whom a level adds.
    private EscalationAction? NextNotification()
    {
        var at = Instants.Later(_startedAt, _levelAt);
        if (Level.Paging == PagingHours.Ticket)
            return _isTicketFiled ? null : Ticket(at);
        var isBeginning = _step is null && (_acknowledgedAt is null || (HasOnCall && !_notified.Contains(EscalationTarget.OnCallWord)));
        List<PagingGroup> groups = isBeginning ? [Group(_order[0], 0)] : [];
        groups.AddRange(Audience(mayRepeat: false).Select(word => Group(word, "audience")));
        if (groups.Count == 0)
            return null;
        var isFirst = _step is null && _notified.Count == 0;
        return InHours(at, new EscalationAction
        {
            DueAt = at, Run = _run, Groups = groups, Without = isBeginning && _acknowledgedAt is null ? _acknowledgedBy : Here(),
            Cause = isFirst ? _cause : PagingCause.LevelRaised,
            Reason = isFirst ? BeginningWords()
                : _level is null ? "The steps begin."
                : $"The level is {Level.Name} now, and more people belong to it.",
        });
    }

    private EscalationAction? NextStep()
    {
        if (_step is not { } taken || _acknowledgedAt is not null || _isExhausted || Level.Paging == PagingHours.Ticket)
            return null;
        var (number, repeat) = StepAfter();
        var at = taken.IsReached ? taken.At.Plus(Escalation.AcknowledgeWithin) : taken.At;
        // Where a pager is down for a moment, not all repeats are spent in it.
        if (repeat > taken.Repeat)
            at = Instants.Later(at, taken.PassBeganAt.Plus(Escalation.AcknowledgeWithin));
        // What the level held back is due when it does so no more.
        at = Instants.Later(at, _levelAt);
        var action = new EscalationAction
        {
            DueAt = at, Run = _run, Cause = taken.IsReached ? PagingCause.NotAcknowledged : PagingCause.NotReached,
            Groups = [Group(number, repeat)],
            Reason = taken.IsReached
                ? $"Nobody acknowledged within {Words(Escalation.AcknowledgeWithin)} of step {taken.Number}."
                : $"Step {taken.Number} reached nobody.",
        };
        return InHours(at, repeat <= Escalation.Repeats ? action : action with
        {
            Cause = PagingCause.Exhausted,
            Exhausts = true,
            Groups = [.. Audience(mayRepeat: true).Select(word => Group(word, "exhausted"))],
            Reason = Invariant(
                $"Nobody acknowledged, through all steps and {Escalation.Repeats} {(Escalation.Repeats == 1 ? "repeat" : "repeats")}: ")
                + "the whole audience is paged again.",
        });
    }

    private EscalationAction? NextForRoles(IReadOnlyList<DateTimeOffset> rolesDue)
    {
        if (_acknowledgedAt is not { } acknowledged || Level.Paging == PagingHours.Ticket)
            return null;
        var due = rolesDue.Where(at => at > _rolesPagedAt).Select(at => (DateTimeOffset?)at).Min();
        if (due is not { } missed || Opens(Instants.Later(Instants.Later(missed, acknowledged), _levelAt)) is not { } at)
            return null;
        var key = Invariant($"roles-{_rolesPages + 1}");
        var from = _step is { } taken ? PlaceOf(taken.Number) + 1 : 0;
        return new EscalationAction
        {
            DueAt = at, Run = _run, Cause = PagingCause.RolesUnfilled,
            Reason = "The roles were not filled in time after the acknowledgement.",
            Groups =
            [
                .. Enumerable.Range(from, _order.Count)
                    .Select(place => Group(_order[place % _order.Count], null) with { Step = null, Key = key }),
            ],
            Without = new HashSet<Responder>(_responders), OnePersonRatherThan = new HashSet<Responder>(_paged),
        };
    }

    private EscalationAction? NextAfterSilence()
    {
        if (_acknowledgedAt is null
            || _isMitigated
            || Level.Paging == PagingHours.Ticket
            || Opens(Instants.Later(_lastByPerson.Plus(Escalation.Silence), _levelAt)) is not { } at)
        {
            return null;
        }

        return new EscalationAction
        {
            DueAt = at, Run = _run + 1, Cause = PagingCause.Silence, Groups = [Group(_order[0], 0)],
            Reason = $"Nobody recorded anything for {Words(Escalation.Silence)}, and the incident is not mitigated: the steps begin again.",
        };
    }

    // Outside business hours a ticket takes the place of the page, and one of low urgency follows when they open, where nobody
    // has acknowledged by then.
    private EscalationAction? InHours(DateTimeOffset at, EscalationAction page)
    {
        if (Level.Paging == PagingHours.AnyHour || (policy.Calendar.IsOpen(at) && !_isLowPaged))
            return page;
        if (!_isTicketFiled && !_isLowPaged)
            return Ticket(at);
        if (_isLowPaged || _acknowledgedAt is not null || Opens(at) is not { } opens)
            return null;
        return page with
        {
            DueAt = opens,
            Cause = PagingCause.HoursOpened,
            Urgency = PageUrgency.Low,
            Exhausts = false,
            Without = _acknowledgedBy,
            Reason = $"Business hours open, and nobody has acknowledged: {Level.Name} pages with low urgency.",
            Groups = [.. page.Groups.Select(group => group with { Step = null, Repeat = null, Key = $"low-{group.Key}" })],
        };
    }

    private EscalationAction Ticket(DateTimeOffset at) =>
        new() { DueAt = at, Run = _run, Cause = _cause, FilesTicket = true, Reason = PagingDecision.Of(policy, _level, at).Reason };

    private DateTimeOffset? Opens(DateTimeOffset at) =>
        Level.Paging == PagingHours.BusinessHours ? PagingDecision.OpensAt(policy.Calendar, at) : at;

    // Until somebody sets a level, only those who are on call are paged (P31). The step that must acknowledge stands for them.
    private IEnumerable<string> Audience(bool mayRepeat) =>
        Level.Audience.Where(word => mayRepeat || (_level is not null && word != EscalationTarget.OnCallWord && !_notified.Contains(word)))
            .Distinct(StringComparer.Ordinal);

    private bool HasOnCall => Level.Audience.Contains(EscalationTarget.OnCallWord);

    private HashSet<Responder> Here() => [.. _acknowledgedBy, .. _paged];

    private (int Number, int Repeat) StepAfter()
    {
        if (_step is not { } taken)
            return (_order[0], 0);
        var place = PlaceOf(taken.Number) + 1;
        return place < _order.Count ? (_order[place], taken.Repeat) : (_order[0], taken.Repeat + 1);
    }

    private int PlaceOf(int number)
    {
        var place = 0;
        while (_order[place] != number)
            place++;
        return place;
    }

    private PagingGroup Group(int number, int? repeat) =>
        new(Escalation.Steps[number - 1].Targets, number, repeat, Invariant($"step-{number}.{repeat}"));

    private static PagingGroup Group(string word, string kind) =>
        new([EscalationTarget.Of(word)], null, null, $"{kind}-{Uri.EscapeDataString(word)}");

    private string BeginningWords() => _cause switch
    {
        PagingCause.Recurred => "It came back: the whole audience is paged, and the on-call step must acknowledge.",
        PagingCause.Silence => "The steps begin again.",
        _ => PagingDecision.Of(policy, _level, Instants.Later(_startedAt, _levelAt)).Reason,
    };

    private static string Words(TimeSpan span) => Invariant($"{span.TotalMinutes:0.##} min");
}
