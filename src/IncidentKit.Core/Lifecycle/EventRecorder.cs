namespace IncidentKit;

/// <summary>Records the events of one accepted command. What all events have in common is set here, and nowhere else.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class EventRecorder
{
    private readonly List<IncidentEvent> _events = new(2);
    private readonly long _before;
    private readonly IncidentPhase? _movedTo;
    private readonly bool _isGate;
    private bool _acknowledges;

    /// <summary>Begins the events of a declaration.</summary>
    public EventRecorder(IncidentDeclared declared, DeclareIncident command, IncidentPolicy policy, DateTimeOffset now)
    {
        Incident = Incident.Replay([declared]);
        Policy = policy;
        By = command.By;
        When = command.When.ResolvedAt(now);
        Now = now.ToUniversalTime();
        _events.Add(declared);
    }

    /// <summary>Begins the events of a command for an incident.</summary>
    public EventRecorder(Incident incident, IncidentCommand command, IncidentPolicy policy, DateTimeOffset now)
    {
        Incident = incident;
        Policy = policy;
        By = command.By;
        When = command.When.ResolvedAt(now);
        Now = now.ToUniversalTime();
        _before = incident.Version;
        IsLive = incident is { IsRetrospective: false, IsOpen: true };
        _isGate = command is GateCommand;
        _acknowledges = IsLive && !incident.IsAcknowledged && command.By is Responder;
        var cell = PhaseTable.Cell(incident, command);
        IsKept = cell.Effect is PhaseEffect.Keep or PhaseEffect.KeepIfLate;
        if (cell.Effect == PhaseEffect.Move)
            _movedTo = incident.IsRetrospective ? cell.Target : PhaseMachine.Fire(incident.Phase, PhaseTable.TriggerOf(command)!.Value);
    }

    /// <summary>The incident before the command; for a declaration, after the bare declaration.</summary>
    public Incident Incident { get; }

    /// <summary>The policy that the incident follows.</summary>
    public IncidentPolicy Policy { get; }

    /// <summary>Who gave the command.</summary>
    public Actor By { get; }

    /// <summary>When the command says that it happened: an instant, or unknown.</summary>
    public When When { get; }

    /// <summary>The moment of the decision, in UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Whether the incident is open and under way: then a command implies what follows from it.</summary>
    public bool IsLive { get; }

    /// <summary>Whether the command does not fit the phase: it is recorded, and moves nothing.</summary>
    public bool IsKept { get; }

    /// <summary>Whether the command moves the incident to another phase.</summary>
    public bool Moves => _movedTo is not null;

    /// <summary>The events so far, in order.</summary>
    public IReadOnlyList<IncidentEvent> Events => _events;

    /// <summary>Records what the command says.</summary>
    public void RecordMain(IncidentEvent fact) => RecordMain(fact, When);

    /// <summary>Records what the command says, of another time.</summary>
    public void RecordMain(IncidentEvent fact, When when) => Add(fact with { MovedTo = _movedTo, Kept = IsKept }, when);

    /// <summary>Records what follows from the command.</summary>
    public void RecordImplied(IncidentEvent fact) => RecordImplied(fact, When);

    /// <summary>Records what follows from the command, of another time.</summary>
    public void RecordImplied(IncidentEvent fact, When when) => Add(fact with { Implied = true }, when);

    /// <summary>Records what the command says besides, which moves nothing.</summary>
    public void RecordBeside(IncidentEvent fact, When when) => Add(fact, when);

    /// <summary>Stamps the first event with the idempotency key of the command, and ends the recording.</summary>
    public IReadOnlyList<IncidentEvent> Stamped(CommandStamp? stamp)
    {
        if (_events.Count > 0 && stamp is not null)
            _events[0] = _events[0] with { Stamp = stamp };
        return _events;
    }

    private void Add(IncidentEvent fact, When when)
    {
        // Who works on an incident has acknowledged it: when a report says that it happened, or when a gate was decided. A gate that is
        // dated back must not erase a miss.
        if (_acknowledges && fact.IsWork)
        {
            _acknowledges = false;
            if (fact is not Acknowledged)
                RecordImplied(new Acknowledged(), _isGate ? When.At(Now) : When);
        }

        _events.Add(fact with { Incident = Incident.Id, Sequence = _before + _events.Count + 1, RecordedAt = Now, When = when, By = By });
    }
}
