namespace IncidentKit;

/// <summary>How far the paging of an incident has come, folded from its events.</summary>
/// <remarks>
/// Pages go out when something is known, so facts count from their recording; what was paged counts from the page itself, which may
/// have gone out while the store was down. A clock that was set back does not turn the order round. For one thread.
/// </remarks>
internal sealed partial class EscalationState(IncidentPolicy policy)
{
    private const int RunsOfABeginning = 1000;

    private readonly IReadOnlyList<int> _order = policy.Escalation.Order;
    private readonly SortedDictionary<long, PendingRequest> _requests = [];
    private readonly HashSet<string> _notified = new(StringComparer.Ordinal);
    private readonly HashSet<Responder> _paged = [];
    private readonly HashSet<Responder> _acknowledgedBy = [];
    private readonly HashSet<Responder> _responders = [];
    private DateTimeOffset _now;
    private bool _isRetrospective;
    private IncidentPhase _phase;
    private int? _level;
    private DateTimeOffset _levelAt;
    private bool _isMitigated;
    private DateTimeOffset _lastByPerson;
    private int _run;
    private PagingCause _cause;
    private DateTimeOffset _startedAt;
    private DateTimeOffset? _acknowledgedAt;
    private bool _isExhausted;
    private bool _isTicketFiled;
    private bool _isLowPaged;
    private int _rolesPages;
    private DateTimeOffset _rolesPagedAt;
    private StepTaken? _step;
    private (DateTimeOffset At, Responder By)? _lastWork;

    /// <summary>The state after all events of an incident.</summary>
    public static EscalationState Of(Incident incident, IncidentPolicy policy)
    {
        var state = new EscalationState(policy);
        foreach (var happened in incident.Recorded)
            state.Apply(happened);
        return state;
    }

    /// <summary>When roles that nobody filled are due, or were (P08), by the ledger.</summary>
    public static IReadOnlyList<DateTimeOffset> RolesDue(IReadOnlyList<Obligation> ledger) =>
        [
            .. ledger
                .Where(o => o is { Name: ObligationNames.AssignCommander
                    or ObligationNames.StaffRoles, Status: ObligationStatus.Pending or ObligationStatus.Missed, DueAt: not null })
                .Select(o => o.DueAt!.Value),
        ];

    public void Apply(IncidentEvent happened)
    {
        _now = happened.RecordedAt > _now ? happened.RecordedAt : _now;
        _phase = happened.MovedTo ?? _phase;
        if (happened.By is Responder)
            _lastByPerson = _now;
        switch (happened)
        {
            case IncidentDeclared e:
                (_isRetrospective, _level, _levelAt) = (e.Retrospective, e.Level, _now);
                Begin(PagingCause.Declared, _now, _run + 1);
                break;
            case IncidentRecurred { Kept: false }:
                _isMitigated = false;
                Begin(PagingCause.Recurred, _now, NextBeginning());
                break;
            case SeverityChanged { Change: SeverityChange.Set or SeverityChange.Raised or SeverityChange.Lowered } e:
                (_level, _levelAt) = (e.Level, _now);
                break;
            case ServiceMitigated:
                _isMitigated = true;
                break;
            case RoleAssigned { To: { } holder }:
                _responders.Add(holder);
                break;
            case ResponderJoined { Person: { } person }:
                _responders.Add(person);
                break;
            // Told of an earlier time, it is the record of a page that was made by other means.
            case PageRequested e when e.When.Instant >= e.RecordedAt:
                _requests.Add(e.Sequence, new PendingRequest(e, _now, 0));
                break;
            case PagingStepEvent e:
                Take(e);
                break;
            case EscalationExhausted e when e.Run == _run:
                _isExhausted = true;
                break;
            case TicketFiled e when e.Run == _run:
                _isTicketFiled = true;
                break;
        }

        if (happened.By is Responder acting && happened.IsWork)
            Acknowledge(acting);
        else if (happened is Acknowledged)
            _acknowledgedAt ??= _now;
    }

    private static DateTimeOffset At(IncidentEvent paging) =>
        paging.When.Instant is { } at && at < paging.RecordedAt ? at : paging.RecordedAt;

    private void Acknowledge(Responder person)
    {
        _acknowledgedAt ??= _now;
        _lastWork = (_now, person);
        _acknowledgedBy.Add(person);
        _responders.Add(person);
    }

    // Runs that silence begins count on from the run before, within a thousand of their own: a page of one that could be recorded only
    // after a recurrence is not taken for a page of the recurrence, and has another delivery id.
    private int NextBeginning() => (((_run / RunsOfABeginning) + 1) * RunsOfABeginning) + 1;

    // Silence begins the steps again and nothing else: the audience was told.
    private void Begin(PagingCause cause, DateTimeOffset at, int run)
    {
        (_run, _cause, _startedAt, _acknowledgedAt, _isExhausted, _isLowPaged, _step) = (run, cause, at, null, false, false, null);
        _acknowledgedBy.Clear();
        _paged.Clear();
        if (cause == PagingCause.Silence)
            return;
        _isTicketFiled = false;
        _notified.Clear();
    }

    private void Take(PagingStepEvent e)
    {
        var at = At(e);
        if (e.Request is { } request && _requests.TryGetValue(request, out var pending))
            Answer(request, pending, e is PagingStepSkipped);
        if (e.Cause == PagingCause.RolesUnfilled)
        {
            _rolesPages++;
            _rolesPagedAt = at;
        }

        if (e.Run > _run)
        {
            Begin(PagingCause.Silence, at, e.Run);
            // A page that could be recorded only later began the run before somebody acknowledged: that still stops it.
            if (_lastWork is var (worked, by) && worked >= at)
                (_acknowledgedAt, _) = (worked, _acknowledgedBy.Add(by));
        }

        if (e.Run < _run)
            return;
        _isLowPaged |= e.Cause == PagingCause.HoursOpened;
        if (e.Audience is not null && e.Cause != PagingCause.RolesUnfilled)
            _notified.Add(e.Audience);
        if (e is Paged paged)
            _paged.Add(paged.To);
        if (e is { Step: { } number, Repeat: { } repeat } && _order.Contains(number))
            TakeStep(at, number, repeat, isReached: e is Paged);
    }

    // A step of several people is taken once, and has reached somebody if one page went out. A page that another host recorded late,
    // or that
    // a duplicate hands over, leads back to no earlier step.
    private void TakeStep(DateTimeOffset at, int number, int repeat, bool isReached)
    {
        if (_step is { } same && same.Number == number && same.Repeat == repeat)
            _step = same with { IsReached = same.IsReached || isReached };
        else if (_step is not { } last || (repeat, PlaceOf(number)).CompareTo((last.Repeat, PlaceOf(last.Number))) > 0)
            _step = new StepTaken(number, repeat, at, isReached, _step is { } before && before.Repeat == repeat ? before.PassBeganAt : at);
    }

    // The next step may be empty; then the one after it is asked, until all were.
    private void Answer(long sequence, PendingRequest pending, bool isSkipped)
    {
        var skipped = pending.Skipped + 1;
        if (isSkipped && pending.Fact is { To: null, Audience: null } && skipped < _order.Count)
            _requests[sequence] = pending with { Skipped = skipped };
        else
            _requests.Remove(sequence);
    }

    private readonly record struct StepTaken(int Number, int Repeat, DateTimeOffset At, bool IsReached, DateTimeOffset PassBeganAt);

    private readonly record struct PendingRequest(PageRequested Fact, DateTimeOffset At, int Skipped);
}
