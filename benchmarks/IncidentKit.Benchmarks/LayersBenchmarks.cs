using BenchmarkDotNet.Attributes;
using IncidentKit.Rotation;

namespace IncidentKit.Benchmarks;

/// <summary>How cost grows with the layers of a schedule: one question, and the shifts of a week.</summary>
[MemoryDiagnoser]
public class LayersBenchmarks
{
    private static readonly DateTimeOffset From = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private OnCallSchedule _schedule = null!;

    [Params(1, 10, 64)]
    public int Layers { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var builder = new OnCallScheduleBuilder("s", "Europe/Berlin");
        for (var i = 0; i < Layers; i++)
        {
            builder.AddLayer(
                $"layer {i}",
                l => l.WithPriority(i % 5)
                    .Weekly((DayOfWeek)(i % 7), new TimeOnly(i % 24, 0), new DateOnly(2025, 10, 13))
                    .People(new Responder($"a{i}"), new Responder($"b{i}")));
        }

        _schedule = builder.Build();
    }

    [Benchmark]
    public int OnCallAt() => _schedule.OnCallAt(From).Count;

    [Benchmark]
    public int WeekOfShifts() => _schedule.ClippedShifts(From, From.AddDays(7)).Count();
}
