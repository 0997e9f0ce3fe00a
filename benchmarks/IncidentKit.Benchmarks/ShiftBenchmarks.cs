using BenchmarkDotNet.Attributes;
using IncidentKit.Rotation;

namespace IncidentKit.Benchmarks;

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
