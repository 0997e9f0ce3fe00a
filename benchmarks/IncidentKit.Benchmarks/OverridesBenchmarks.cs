using BenchmarkDotNet.Attributes;
using IncidentKit.Rotation;

namespace IncidentKit.Benchmarks;

/// <summary>How cost grows with the overrides of a year: one question, and the shifts of the year.</summary>
[MemoryDiagnoser]
public class OverridesBenchmarks
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private OnCallSchedule _schedule = null!;

    [Params(0, 100, 10_000)]
    public int Overrides { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var step = TimeSpan.FromDays(365) / Math.Max(1, Overrides);
        var overrides = Enumerable.Range(0, Overrides).Select(i => new ReplaceOverride
        {
            Person = new Responder(i % 2 == 0 ? "alice" : "bob"),
            By = new Responder("carol"),
            Time = new Interval(From + (step * i), From + (step * i) + (step / 2)),
        });
        _schedule = new OnCallScheduleBuilder("s", "Europe/Berlin")
            .AddLayer(
                "l",
                l => l.Weekly(DayOfWeek.Monday, new TimeOnly(9, 0), new DateOnly(2025, 10, 13))
                    .People(new Responder("alice"), new Responder("bob")))
            .AddOverrides([.. overrides])
            .Build();
    }

    [Benchmark]
    public int OnCallAt() => _schedule.OnCallAt(From.AddDays(200)).Count;

    [Benchmark]
    public int YearOfShifts() => _schedule.ClippedShifts(From, From.AddYears(1)).Count();
}
