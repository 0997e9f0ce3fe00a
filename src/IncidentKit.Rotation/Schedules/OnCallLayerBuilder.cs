namespace IncidentKit.Rotation;

/// <summary>Builds one layer of a schedule.</summary>
/// <remarks>For one thread. Nothing is checked before the schedule is built.</remarks>
public sealed class OnCallLayerBuilder
{
    private readonly string _name;
    private readonly List<IEnumerable<Responder>> _entries = [];
    private readonly List<DutyWindow> _windows = [];
    private TurnGrid? _grid;
    private string? _timeZone;
    private int _priority;
    private DateTimeOffset? _start;
    private DateTimeOffset? _end;
    private StandIn _standIn;

    internal OnCallLayerBuilder(string name) => _name = name;

    /// <summary>Adds one person per turn.</summary>
    public OnCallLayerBuilder People(params IEnumerable<Responder> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return With(() => _entries.AddRange(people.Select(p => (IEnumerable<Responder>)[p])));
    }

    /// <summary>Adds a turn of several people together; of nobody, an empty turn.</summary>
    public OnCallLayerBuilder Together(params IEnumerable<Responder> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return With(() => _entries.Add([.. people]));
    }

    /// <summary>Hands over by a grid.</summary>
    public OnCallLayerBuilder Turns(TurnGrid grid) => With(() => _grid = grid);

    /// <summary>Hands over each week, first on <paramref name="startingOn"/> or the next such weekday after it.</summary>
    public OnCallLayerBuilder Weekly(DayOfWeek handoff, TimeOnly at, DateOnly startingOn) =>
        Turns(new TurnGrid
        {
            Unit = TurnUnit.Weekly,
            StartDate = startingOn.AddDays(((int)handoff - (int)startingOn.DayOfWeek + 7) % 7),
            StartTime = at,
        });

    /// <summary>Hands over each day at a local time.</summary>
    public OnCallLayerBuilder Daily(TimeOnly at, DateOnly startingOn) =>
        Turns(new TurnGrid { Unit = TurnUnit.Daily, StartDate = startingOn, StartTime = at });

    /// <summary>Restricts the layer to a window, beside those that are there.</summary>
    public OnCallLayerBuilder During(TimeOnly from, TimeOnly to, params IReadOnlyList<DayOfWeek> days) =>
        During(new DutyWindow { From = from, To = to, Days = days });

    /// <summary>Restricts the layer to a window, beside those that are there.</summary>
    public OnCallLayerBuilder During(DutyWindow window) => With(() => _windows.Add(window));

    /// <summary>Reads its local times in a zone of its own.</summary>
    /// <param name="timeZone">The IANA id.</param>
    public OnCallLayerBuilder InZone(string timeZone) => With(() => _timeZone = timeZone);

    /// <summary>Sets the priority; higher hides lower.</summary>
    public OnCallLayerBuilder WithPriority(int priority) => With(() => _priority = priority);

    /// <summary>Bounds the layer; null leaves a side open.</summary>
    public OnCallLayerBuilder Between(DateTimeOffset? start, DateTimeOffset? end) => With(() => (_start, _end) = (start, end));

    /// <summary>Says who takes the turn of people who have time off.</summary>
    public OnCallLayerBuilder WithStandIn(StandIn standIn) => With(() => _standIn = standIn);

    internal OnCallLayer Build(string place, List<ScheduleFault> faults) => new()
    {
        Name = _name,
        Roster = Roster(place, faults),
        Grid = _grid,
        TimeZone = _timeZone is null ? null : ZoneNames.Find(_timeZone, $"{place}.timeZone", faults),
        Priority = _priority,
        Start = _start,
        End = _end,
        Windows = _windows,
        StandIn = _standIn,
    };

    private OnCallLayerBuilder With(Action change)
    {
        change();
        return this;
    }

    private Roster Roster(string place, List<ScheduleFault> faults)
    {
        if (_entries.Any(e => e.Contains(null!)))
            faults.Add($"{place}.participants", "A person is null.", "Leave it out.");
        return new Roster(_entries.Select(e => e.Where(p => p is not null)));
    }
}
