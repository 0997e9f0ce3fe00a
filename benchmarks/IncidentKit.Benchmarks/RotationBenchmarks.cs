using BenchmarkDotNet.Attributes;
using IncidentKit.Rotation;

namespace IncidentKit.Benchmarks;

/// <summary>Who is on call, 50 years from the origin, against one conversion of a time: at most 2.5 times per layer, and no bytes.</summary>
[MemoryDiagnoser]
public class OnCallBenchmarks
{
    private static readonly DateTimeOffset Instant = new(2075, 5, 6, 12, 0, 0, TimeSpan.Zero);
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private OnCallSchedule _weekly = null!;
    private OnCallSchedule _monthly = null!;
    private OnCallSchedule _windowed = null!;
    private OnCallSchedule _activeDays = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var origin = new DateOnly(2025, 10, 13);
        var people = new[] { new Responder("alice"), new Responder("bob"), new Responder("carol") };
        _weekly = OnCallSchedule.Weekly("weekly", _zone.Id, DayOfWeek.Monday, new TimeOnly(9, 30), origin, people);
        _monthly = Schedule(l => l.Turns(new TurnGrid { Unit = TurnUnit.Monthly, StartDate = origin }));
        _windowed = Schedule(l => l.Weekly(DayOfWeek.Monday, new TimeOnly(9, 0), origin).During(new TimeOnly(9, 0), new TimeOnly(17, 0), DayOfWeek.Monday, DayOfWeek.Friday));
        _activeDays = Schedule(l => l.Turns(new TurnGrid { Unit = TurnUnit.Daily, StartDate = origin, Advance = TurnAdvance.ActiveDay }).During(new TimeOnly(9, 0), new TimeOnly(17, 0), DayOfWeek.Monday, DayOfWeek.Friday));

        OnCallSchedule Schedule(Action<OnCallLayerBuilder> layer) => new OnCallScheduleBuilder("s", _zone.Id).AddLayer("l", l => layer(l.People(people))).Build();
    }

    [Benchmark(Baseline = true)]
    public DateTimeOffset ConvertTime() => TimeZoneInfo.ConvertTime(Instant, _zone);

    [Benchmark]
    public OnCallPeople Weekly() => _weekly.OnCallAt(Instant);

    [Benchmark]
    public OnCallPeople Monthly() => _monthly.OnCallAt(Instant);

    [Benchmark]
    public OnCallPeople Windowed() => _windowed.OnCallAt(Instant);

    [Benchmark]
    public OnCallPeople ActiveDays() => _activeDays.OnCallAt(Instant);
}

/// <summary>A year of shifts of three weekly layers against the local times that its turns need: at most 100 times.</summary>
[MemoryDiagnoser]
public class ShiftBenchmarks
{
    private const int Turns = 3 * 52;
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private OnCallSchedule _schedule = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var (alice, bob, carol) = (new Responder("alice"), new Responder("bob"), new Responder("carol"));
        _schedule = new OnCallScheduleBuilder("s", _zone.Id)
            .AddLayer("one", l => l.Weekly(DayOfWeek.Monday, new TimeOnly(9, 0), new DateOnly(2025, 10, 13)).People(alice, bob))
            .AddLayer("two", l => l.Weekly(DayOfWeek.Tuesday, new TimeOnly(9, 0), new DateOnly(2025, 10, 13)).People(bob, carol))
            .AddLayer("three", l => l.Weekly(DayOfWeek.Friday, new TimeOnly(9, 0), new DateOnly(2025, 10, 13)).People(carol, alice))
            .Build();
    }

    [Benchmark(Baseline = true)]
    public long Conversions()
    {
        var sum = 0L;
        for (var turn = 0; turn < Turns; turn++)
            sum += LocalTime.ToInstant(_zone, From.DateTime.AddDays(turn)).UtcTicks;
        return sum;
    }

    [Benchmark]
    public int Year() => _schedule.ClippedShifts(From, From.AddYears(1)).Count();
}
