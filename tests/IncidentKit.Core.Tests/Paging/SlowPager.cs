
namespace IncidentKit.Tests.Paging;

/// <summary>
/// The oracle of paging: walks minute by minute and asks each time, in plain words of the process, whether
/// somebody is to be paged now.
/// </summary>
internal sealed class SlowPager(PagingScript script)
{
    private readonly EscalationPolicy _steps = script.Policy.Escalation;
    private readonly HashSet<string> _told = [];
    private readonly HashSet<Responder> _paged = [];
    private readonly HashSet<Responder> _acknowledgedBy = [];
    private readonly HashSet<Responder> _present = [];
    private readonly List<(DateTimeOffset Since, Page Command)> _requests = [];
    private Incident _incident = null!;
    private DateTimeOffset _now;
    private DateTimeOffset _wantedSince;
    private DateTimeOffset _lastByPerson;
    private DateTimeOffset _lastRolesPage;
    private DateTimeOffset _stepAt;
    private DateTimeOffset _passAt;
    private bool _acknowledged;
    private bool _stepReached;
    private bool _exhausted;
    private bool _ticket;
    private bool _low;
    private int _place = -1;
    private int _repeat;

    public List<(DateTimeOffset At, string What)> Rows { get; } = [];

    private int[] Order => [_steps.OnCallStep, .. Enumerable.Range(1, _steps.Steps.Count).Where(n => n != _steps.OnCallStep)];

    private SeverityLevel Level => script.Policy.LevelOf(_incident);

    private bool Open => Level.Paging == PagingHours.AnyHour || script.Policy.Calendar.IsOpen(_now);

    public void Run()
    {
        var lifecycle = new IncidentLifecycle(script.Policy);
        for (var minute = 0; minute < PagingScript.Minutes; minute++)
        {
            _now = script.From.AddMinutes(minute);
            if (minute == 0)
                See(lifecycle.Declare(new CountingIds().Create(_now), script.Declaration, _now), null);
            foreach (var command in script.Commands.TryGetValue(minute, out var commands) ? commands : [])
                See(lifecycle.Decide(_incident, command, _now), command);
            // What one page leads to at once, such as a step after an empty one, is seen in the same minute.
            while (_incident.IsOpen && Act())
            {
            }
        }
    }

    private void See(Decision decision, IncidentCommand? command)
    {
        var levelBefore = _incident?.Level;
        _incident = decision.Incident!;
        foreach (var happened in decision.Events)
        {
            if (happened is IncidentDeclared or IncidentRecurred { Kept: false })
                NewRun(fromTheStart: true);
            if (happened is SeverityChanged { Change: not SeverityChange.Kept })
                _wantedSince = _now;
            if (happened is Acknowledged)
                _acknowledged = true;
            if (happened.By is not Responder person)
                continue;
            _lastByPerson = _now;
            if (happened is Acknowledged or SeverityChanged or IncidentRecurred or MitigationBegun or RoleAssigned or IncidentCancelled)
            {
                _acknowledged = true;
                _acknowledgedBy.Add(person);
                _present.Add(person);
            }
        }

        foreach (var holder in decision.Events.OfType<RoleAssigned>())
            _present.Add(holder.To!);
        if (command is Page page && decision.IsAccepted)
            _requests.Add((_now, page));
    }

    private void NewRun(bool fromTheStart)
    {
        (_acknowledged, _exhausted, _low, _place, _repeat) = (false, false, false, -1, 0);
        _acknowledgedBy.Clear();
        _paged.Clear();
        if (!fromTheStart)
            return;
        (_ticket, _wantedSince) = (false, _now);
        _told.Clear();
    }

    private bool Act()
    {
        if (_requests.Count > 0)
            return Answer();
        if (_incident.Phase == IncidentPhase.Recovery)
            return false;
        return Level.Paging == PagingHours.Ticket ? FileTicket() : Tell() || Step() || Roles() || Silence();
    }

    private bool Answer()
    {
        var page = _requests[0].Command;
        _requests.RemoveAt(0);
        if (page.To is { } person)
        {
            Page([person], null, [], PageUrgency.High);
            return true;
        }

        if (page.Audience is { } word)
        {
            _told.Add(word);
            Page(script.Behind(word, _now), word, [], PageUrgency.High);
            return true;
        }

        for (var tried = 0; tried < Order.Length; tried++)
        {
            if (TakeStep([]))
                break;
        }

        return true;
    }

    private bool FileTicket()
    {
        if (_ticket)
            return false;
        _ticket = true;
        Rows.Add((_now, "ticket"));
        return true;
    }

    // The whole audience at once: the on-call step, where it must acknowledge or belongs to the level, and the words of
    // the level once it is set.
    private bool Tell()
    {
        var isFirst = _place < 0 && (!_acknowledged || (Level.Audience.Contains("on-call") && !_told.Contains("on-call")));
        List<string> words = _incident.Level is null ? [] : [.. Level.Audience.Where(word => word != "on-call" && !_told.Contains(word))];
        if (!isFirst && words.Count == 0)
            return false;
        if (Level.Paging == PagingHours.BusinessHours && !script.Policy.Calendar.IsOpen(_wantedSince))
            return Outside(isFirst ? Order[0] : null, words);
        if (_low && Level.Paging == PagingHours.BusinessHours)
            return false;
        HashSet<Responder> without = isFirst && !_acknowledged ? [.. _acknowledgedBy] : [.. _acknowledgedBy, .. _paged];
        if (isFirst)
            TakeStep(without);
        foreach (var word in words)
        {
            _told.Add(word);
            Page(script.Behind(word, _now), word, without, PageUrgency.High);
        }

        return true;
    }

    private bool Step()
    {
        if (_place < 0 || _acknowledged || _exhausted)
            return false;
        var lastOfPass = _place == Order.Length - 1;
        var at = _stepReached ? _stepAt + _steps.AcknowledgeWithin : _stepAt;
        if (lastOfPass && at < _passAt + _steps.AcknowledgeWithin)
            at = _passAt + _steps.AcknowledgeWithin;
        if (at > _now)
            return false;
        if (at < _wantedSince)
            at = _wantedSince;
        var exhausts = _repeat + (lastOfPass ? 1 : 0) > _steps.Repeats;
        if (Level.Paging == PagingHours.BusinessHours && (_low || !script.Policy.Calendar.IsOpen(at)))
            return Outside(exhausts ? null : Order[(_place + 1) % Order.Length], exhausts ? [.. Level.Audience] : []);
        if (!exhausts)
        {
            TakeStep([]);
            return true;
        }

        _exhausted = true;
        HashSet<Responder> seen = [];
        foreach (var word in Level.Audience)
        {
            _told.Add(word);
            Page(script.Behind(word, _now), word, seen, PageUrgency.High);
        }

        Rows.Add((_now, "exhausted"));
        return true;
    }

    // A ticket at once, and one page of low urgency when hours open, where nobody has acknowledged.
    private bool Outside(int? step, List<string> words)
    {
        if (_low)
            return false;
        if (!_ticket)
            return FileTicket();
        if (_acknowledged || !Open)
            return false;
        _low = true;
        HashSet<Responder> seen = [.. _acknowledgedBy];
        if (step is { } number)
        {
            TellWords(
                _steps.Steps[number - 1],
                [.. _steps.Steps[number - 1].Targets.SelectMany(Behind).Where(p => !seen.Contains(p)).Distinct()]);
            Page(
                [.. _steps.Steps[number - 1].Targets.SelectMany(Behind)],
                _steps.Steps[number - 1].Targets[0].Audience,
                seen,
                PageUrgency.Low);
        }

        foreach (var word in words)
        {
            _told.Add(word);
            Page(script.Behind(word, _now), word, seen, PageUrgency.Low);
        }

        return true;
    }

    private bool Roles()
    {
        if (!_acknowledged || !Open || !Missed())
            return false;
        _lastRolesPage = _now;
        var from = _place < 0 ? 0 : _place + 1;
        var candidates = Enumerable.Range(from, Order.Length)
            .SelectMany(place => _steps.Steps[Order[place % Order.Length] - 1].Targets.SelectMany(Behind))
            .Where(p => !_present.Contains(p))
            .ToList();
        var next = candidates.Find(p => !_paged.Contains(p)) ?? candidates.FirstOrDefault();
        Page(next is null ? [] : [next], null, [], PageUrgency.High);
        return true;
    }

    private bool Missed() => new ObligationLedger(script.Policy).At(_incident, _now)
        .Any(o => o is { Name: "assignCommander" or "staffRoles", Status: ObligationStatus.Missed } && o.DueAt > _lastRolesPage);

    private bool Silence()
    {
        if (!_acknowledged || _incident.MitigatedBy is not null || !Open || _now < _lastByPerson + _steps.Silence)
            return false;
        NewRun(fromTheStart: false);
        TakeStep([]);
        return true;
    }

    private bool TakeStep(HashSet<Responder> without)
    {
        if (_place < 0 || _place == Order.Length - 1)
        {
            _repeat = _place < 0 ? 0 : _repeat + 1;
            (_place, _passAt) = (0, _now);
        }
        else
        {
            _place++;
        }

        _stepAt = _now;
        var step = _steps.Steps[Order[_place] - 1];
        var before = Rows.Count;
        HashSet<Responder> seen = [.. without];
        var people = step.Targets.SelectMany(Behind).Where(seen.Add).ToList();
        without.UnionWith(people);
        TellWords(step, people);
        _stepReached = people.Any(p => script.IsReached(p, _now));
        Page(people, null, [], PageUrgency.High);
        return Rows.Count > before && people.Count > 0;
    }

    // Only words that were asked and answered, or all in vain, are known to be told.
    private void TellWords(EscalationStep step, List<Responder> people)
    {
        foreach (var target in step.Targets.Where(t => t.Audience is not null))
        {
            if (people.Count == 0
                ? target == step.Targets.First(t => t.Audience is not null)
                : Behind(target).Any(p => people.Contains(p) && FirstTarget(step, p) == target))
            {
                _told.Add(target.Audience!);
            }
        }
    }

    private EscalationTarget FirstTarget(EscalationStep step, Responder person) => step.Targets.First(t => Behind(t).Contains(person));

    private IReadOnlyList<Responder> Behind(EscalationTarget target) =>
        target.Person is { } person ? [person] : script.Behind(target.Audience!, _now);

    private void Page(IReadOnlyList<Responder> people, string? word, HashSet<Responder> without, PageUrgency urgency)
    {
        var found = false;
        foreach (var person in people.Distinct().Where(without.Add))
        {
            found = true;
            Rows.Add((_now, $"{urgency} {person.Id}"));
            if (script.IsReached(person, _now))
                _paged.Add(person);
        }

        if (!found)
            Rows.Add((_now, "skip"));
    }
}
