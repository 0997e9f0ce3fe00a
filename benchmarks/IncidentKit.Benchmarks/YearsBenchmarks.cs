using BenchmarkDotNet.Attributes;
using IncidentKit.Rotation;

namespace IncidentKit.Benchmarks;

/// <summary>How the shifts grow with the years that are asked for: linear in shifts.</summary>
[MemoryDiagnoser]
public class YearsBenchmarks
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private OnCallSchedule _schedule = null!;

    [Params(1, 10, 100)]
    public int Years { get; set; }

    [GlobalSetup]
    public void SetUp() =>
        _schedule = OnCallSchedule.Weekly(
            "weekly",
            "Europe/Berlin",
            DayOfWeek.Monday,
            new TimeOnly(9, 30),
            new DateOnly(2025, 10, 13),
            [new Responder("alice"), new Responder("bob"), new Responder("carol")]);

    [Benchmark]
    public int Shifts() => _schedule.ClippedShifts(From, From.AddYears(Years)).Count();
}
