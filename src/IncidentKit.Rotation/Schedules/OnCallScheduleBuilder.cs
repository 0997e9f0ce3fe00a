namespace IncidentKit.Rotation;

/// <summary>Builds a schedule step by step; <see cref="Build"/> names all faults at once.</summary>
/// <remarks>For one thread. Once built it refuses change.</remarks>
public sealed class OnCallScheduleBuilder
{
    private readonly string _name;
    private readonly string _timeZone;
    private readonly List<OnCallLayerBuilder> _layers = [];
    private readonly List<OnCallOverride> _overrides = [];
    private readonly List<FixedPeriod> _fixed = [];
    private readonly List<TimeOff> _timeOff = [];
    private readonly List<DateOnly> _holidays = [];
    private LocalTimePolicy _localTime = LocalTimePolicy.Default;
    private bool _isBuilt;

    /// <summary>Begins a schedule.</summary>
    /// <param name="name">The name of the schedule.</param>
    /// <param name="timeZone">The IANA id of its zone, such as <c>Europe/Berlin</c>.</param>
    public OnCallScheduleBuilder(string name, string timeZone) => (_name, _timeZone) = (name, timeZone);

    /// <summary>Adds a layer.</summary>
    public OnCallScheduleBuilder AddLayer(string name, Action<OnCallLayerBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var layer = new OnCallLayerBuilder(name);
        configure(layer);
        return Change(() => _layers.Add(layer));
    }

    /// <summary>Adds overrides, after those that are there.</summary>
    public OnCallScheduleBuilder AddOverrides(params IReadOnlyList<OnCallOverride> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return Change(() => _overrides.AddRange(overrides));
    }

    /// <summary>Adds a period that stands apart from layers and overrides.</summary>
    public OnCallScheduleBuilder AddFixedPeriod(FixedPeriod period) => Change(() => _fixed.Add(period));

    /// <summary>Says when somebody is away.</summary>
    public OnCallScheduleBuilder AddTimeOff(Responder person, Interval time) =>
        Change(() => _timeOff.Add(new TimeOff { Person = person, Time = time }));

    /// <summary>Adds holidays.</summary>
    public OnCallScheduleBuilder AddHolidays(params IEnumerable<DateOnly> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return Change(() => _holidays.AddRange(dates));
    }

    /// <summary>Says what local times mean where the clocks change.</summary>
    public OnCallScheduleBuilder WithLocalTime(LocalTimePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Change(() => _localTime = policy);
    }

    /// <summary>Checks everything and makes the schedule.</summary>
    /// <exception cref="OnCallScheduleException">There are faults; all of them are named.</exception>
    /// <exception cref="InvalidOperationException">It was built already.</exception>
    public OnCallSchedule Build()
    {
        List<ScheduleFault> faults = [];
        var definition = new ScheduleDefinition
        {
            Name = _name,
            TimeZone = ZoneNames.Find(_timeZone, "timeZone", faults) ?? TimeZoneInfo.Utc,
            Layers = [.. _layers.Select((layer, i) => layer.Build($"layers[{i}]", faults))],
            Overrides = _overrides,
            FixedPeriods = _fixed,
            TimeOff = _timeOff,
            Holidays = _holidays,
            LocalTime = _localTime,
        };
        faults.AddRange(ScheduleCheck.FaultsOf(definition));
        if (faults.Count > 0)
            throw new OnCallScheduleException(faults);
        Change(() => _isBuilt = true);
        return new OnCallSchedule(definition);
    }

    private OnCallScheduleBuilder Change(Action change)
    {
        if (_isBuilt)
            throw new InvalidOperationException("The schedule is built; begin another builder.");
        change();
        return this;
    }
}
