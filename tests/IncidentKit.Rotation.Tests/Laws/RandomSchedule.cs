namespace IncidentKit.Rotation.Tests.Laws;

/// <summary>Schedules at random that use every feature, in zones whose clocks do odd things, around the days on which they do.</summary>
internal sealed class RandomSchedule
{
    private static readonly string[] Zones =
    [
        "America/Havana", "America/Santiago", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia",
        "Africa/Casablanca", "Antarctica/Troll", "Europe/Dublin", "America/St_Johns", "Asia/Kolkata", "UTC",
    ];

    private readonly Random _random;
    private readonly TimeZoneInfo _zone;

    public RandomSchedule(int seed)
    {
        _random = new Random(seed);
        Year = Any(2011, 2010, 2024, 2025);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(Any(Zones));
        var changes = SlowZone.Of(_zone, Year).Changes.Where(c => Math.Abs(new DateTime(c).Year - Year) <= 1).ToList();
        var middle = changes.Count > 0 && _random.Next(5) > 0
            ? changes[_random.Next(changes.Count)]
            : new DateTime(Year, 1, 1).AddHours(_random.Next(8760)).Ticks;
        From = At(middle - (_random.Next(1, 200) * TimeSpan.TicksPerHour));
        To = At(middle + (_random.Next(1, 400) * TimeSpan.TicksPerHour));
        Definition = Make();
    }

    public int Year { get; }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public ScheduleDefinition Definition { get; }

    private ScheduleDefinition Make()
    {
        var layers = Many(0, 4, i => Layer($"layer {i}"));
        return new ScheduleDefinition
        {
            Name = "random",
            TimeZone = _zone,
            Layers = layers,
            Overrides = Many(0, 6, _ => Override(layers)),
            FixedPeriods = Often(5) ?
            [
                new FixedPeriod { Time = Stretch(40), Shifts = Many(0, 3, _ => new FixedShift { Person = Person(), Time = Stretch(40) }) },
            ] : [],
            TimeOff = Many(0, 3, _ => new TimeOff { Person = Person(), Time = Stretch(90) }),
            Holidays = Many(0, 6, _ => Day(20)),
            LocalTime = Often(2) ? LocalTimePolicy.Default : new LocalTimePolicy
            {
                Skipped = Any(SkippedTime.EndOfGap, SkippedTime.Later, SkippedTime.Earlier),
                Handoffs = Any(RepeatedTime.First, RepeatedTime.Last),
                Starts = Any(RepeatedTime.First, RepeatedTime.Last),
                Ends = Any(RepeatedTime.First, RepeatedTime.Last),
            },
        };
    }

    private OnCallLayer Layer(string name)
    {
        var roster = new Roster(Many(1, 4, _ => Many(Often(6) ? 0 : 1, Often(4) ? 3 : 1, _ => Person())));
        return new()
        {
            Name = name,
            Roster = roster,
            Grid = Often(6) ? null : Grid(roster.Entries.Count),
            TimeZone = Often(4) ? TimeZoneInfo.FindSystemTimeZoneById(Any(Zones)) : null,
            Priority = _random.Next(-1, 2),
            Start = Often(5) ? Instant() : null,
            End = Often(5) ? Instant() : null,
            Windows = Often(2) ? Many(1, 3, _ => Window()) : [],
            StandIn = Any(StandIn.Nobody, StandIn.NextInOrder),
        };
    }

    private TurnGrid Grid(int entries)
    {
        var unit = Any(TurnUnit.Hourly, TurnUnit.Daily, TurnUnit.Weekly, TurnUnit.Monthly);
        return new TurnGrid
        {
            Unit = unit,
            Length = _random.Next(1, unit == TurnUnit.Hourly ? 30 : 4),
            StartDate = Day(120),
            StartTime = Clock(),
            First = _random.Next(entries),
            Align = unit is TurnUnit.Weekly or TurnUnit.Monthly ? Any(GridAlignment.Start, GridAlignment.Calendar) : GridAlignment.Start,
            WeekStart = (DayOfWeek)_random.Next(7),
            Advance = Often(4) ? TurnAdvance.ActiveDay : TurnAdvance.Turn,
            DutyLength = Often(4) ? TimeSpan.FromMinutes(_random.Next(1, 4000)) : null,
        };
    }

    private DutyWindow Window() => new()
    {
        From = Clock(),
        To = Clock(),
        Days = Often(2) ? Many(1, 5, _ => (DayOfWeek)_random.Next(7)) : [],
        MonthDays = Often(4) ? Many(1, 12, _ => Any(-1, 1) * _random.Next(1, 32)) : [],
        Holidays = Often(4) ? Any(HolidayRule.Except, HolidayRule.Only) : HolidayRule.Ignored,
    };

    private OnCallOverride Override(List<OnCallLayer> layers)
    {
        var (time, layer) = (Stretch(60), layers.Count > 0 && Often(3) ? Any([.. layers]).Name : null);
        return _random.Next(6) switch
        {
            0 => new AddOverride { Time = time, Layer = layer, Person = Person() },
            1 => new RemoveOverride { Time = time, Layer = layer, Person = Person() },
            2 => new CoverOverride
            {
                Time = time,
                Layer = layer,
                People = OnCallPeople.Of(Many(1, 2, _ => Person())),
                Priority = _random.Next(2),
            },
            3 => new SwapOverride { Time = time, Layer = layer, Person = Person(), TakenBy = Often(3) ? null : Person() },
            _ => new ReplaceOverride { Time = time, Layer = layer, Person = Person(), By = Person() },
        };
    }

    private Interval Stretch(int hours)
    {
        var start = Instant();
        return new Interval(start, start.AddMinutes(_random.Next(0, hours * 60)));
    }

    private DateTimeOffset Instant() => From.AddMinutes(_random.Next((int)(To - From).TotalMinutes));

    private DateOnly Day(int reach) => DateOnly.FromDateTime(From.AddDays(_random.Next(-reach, reach)).UtcDateTime);

    // Odd hours are where the clocks change.
    private TimeOnly Clock() => new(_random.Next(24) is var hour && Often(2) ? hour % 4 : hour, Any(0, 0, 30, 1, 59));

    private Responder Person() => new(((char)('a' + _random.Next(6))).ToString());

    private bool Often(int oneIn) => _random.Next(oneIn) == 0;

    private T Any<T>(params T[] values) => values[_random.Next(values.Length)];

    private List<T> Many<T>(int least, int most, Func<int, T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(make)];

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
