using BenchmarkDotNet.Attributes;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using IncidentKit.Rotation;

namespace IncidentKit.Benchmarks;

/// <summary>
/// Who is on call, 50 years from the origin, against one conversion of a time: at most 2.5 times per layer, and no bytes. A naive walker
/// that goes from handoff to handoff, and Ical.Net asked for the same weekly rule, show what arithmetic saves: at least 100 times.
/// </summary>
[MemoryDiagnoser]
public class OnCallBenchmarks
{
    private static readonly DateTimeOffset Instant = new(2075, 5, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Origin = new(2025, 10, 13);
    private static readonly Responder[] People = [new("alice"), new("bob"), new("carol")];
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private CalendarEvent[] _rules = [];
    private OnCallSchedule _weekly = null!;
    private OnCallSchedule _monthly = null!;
    private OnCallSchedule _windowed = null!;
    private OnCallSchedule _activeDays = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _weekly = OnCallSchedule.Weekly("weekly", _zone.Id, DayOfWeek.Monday, new TimeOnly(9, 30), Origin, People);
        _monthly = Schedule(l => l.Turns(new TurnGrid { Unit = TurnUnit.Monthly, StartDate = Origin }));
        _windowed = Schedule(l => l.Weekly(DayOfWeek.Monday, new TimeOnly(9, 0), Origin)
            .During(new TimeOnly(9, 0), new TimeOnly(17, 0), DayOfWeek.Monday, DayOfWeek.Friday));
        _activeDays = Schedule(l => l.Turns(new TurnGrid { Unit = TurnUnit.Daily, StartDate = Origin, Advance = TurnAdvance.ActiveDay })
            .During(new TimeOnly(9, 0), new TimeOnly(17, 0), DayOfWeek.Monday, DayOfWeek.Friday));
        _rules = [.. People.Select((_, i) => Turn(i))];
        if (Weekly()[0].Id != NaiveWalker().Id || Weekly()[0].Id != IcalNet().Id)
            throw new InvalidOperationException($"The three do not agree: {Weekly()}, {NaiveWalker()}, {IcalNet()}.");

        OnCallSchedule Schedule(Action<OnCallLayerBuilder> layer) =>
            new OnCallScheduleBuilder("s", _zone.Id).AddLayer("l", l => layer(l.People(People))).Build();
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

    [Benchmark]
    public Responder NaiveWalker()
    {
        var turn = 0;
        while (LocalTime.ToInstant(_zone, At(turn + 1)) <= Instant)
            turn++;
        return People[turn % People.Length];
    }

    [Benchmark]
    public Responder IcalNet()
    {
        var (from, at) = (new CalDateTime(Instant.UtcDateTime.AddDays(-8), CalDateTime.UtcTzId), Instant.UtcDateTime);
        for (var i = 0; i < _rules.Length; i++)
        {
            foreach (var occurrence in _rules[i].GetOccurrences(from))
            {
                if (occurrence.Period.StartTime.AsUtc > at)
                    break;
                if (at < occurrence.Period.EffectiveEndTime!.AsUtc)
                    return People[i];
            }
        }

        throw new InvalidOperationException("Nobody is on call.");
    }

    private static DateTime At(int turn) => Origin.AddDays(7 * turn).ToDateTime(new TimeOnly(9, 30));

    private CalendarEvent Turn(int turn) => new()
    {
        Start = new CalDateTime(At(turn), _zone.Id),
        End = new CalDateTime(At(turn + 1), _zone.Id),
        RecurrenceRule = new RecurrencePattern(FrequencyType.Weekly, People.Length),
    };
}
