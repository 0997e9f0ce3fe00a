using FsCheck.Xunit;
using IncidentKit.Rotation.Tests.Laws;

namespace IncidentKit.Rotation.Tests.Schedules;

/// <summary>Schedules far larger than a team's: a search that looks at everything for everything would not end.</summary>
[Process("P45")]
public sealed class ManyTests
{
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Shifts_AsManyLayersAsAreAllowedAndOnePersonAlways_AreBounded()
    {
        var builder = new OnCallScheduleBuilder("many", "UTC").AddLayer("base", l => l.People(new Responder("always")));
        for (var i = 0; i < 63; i++)
        {
            var (name, at) = ($"{i:000}", new TimeOnly(i / 60, i % 60));
            builder.AddLayer(name, l =>
                l.Weekly(DayOfWeek.Monday, at, new DateOnly(2025, 10, 13)).People(new Responder("p" + name), new Responder("q" + name)));
        }

        var schedule = builder.Build();
        var shifts = schedule.Shifts(Monday.AddDays(1), Monday.AddDays(2)).ToList();

        Assert.Equal(64, shifts.Count);
        Assert.Equal((null, null), (shifts[0].Start, shifts[0].End));
        Assert.All(shifts.Skip(1), s => Assert.Equal(TimeSpan.FromDays(7), s.End!.Value - s.Start!.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shifts_ManyOverlappingOverrides_AreBounded(bool replaces)
    {
        const int count = 50_000;
        var schedule = new OnCallScheduleBuilder("many", "UTC")
            .AddLayer("l", l => l.People(new Responder("a")))
            .AddOverrides([.. Enumerable.Range(0, count).Select(i => Of(i, replaces))])
            .Build();
        var shifts = schedule.ClippedShifts(Monday, Monday.AddDays(2)).ToList();

        // Nested: on the way in each override hides those before it, on the way out they come back.
        Assert.Equal(replaces ? 2 * count : 8, shifts.Count);

        static OnCallOverride Of(int i, bool replaces)
        {
            var (person, time) = (new Responder($"x{i % 7}"), new Interval(Monday.AddSeconds(i), Monday.AddSeconds((2 * count) - i)));
            return replaces
                ? new ReplaceOverride { Person = new Responder("a"), By = person, Time = time }
                : new AddOverride { Person = person, Time = time };
        }
    }

    [Fact]
    public void WhyAndCheck_ManyOverridesAtOnce_AreBounded()
    {
        const int count = 30_000;
        var covers = Enumerable.Range(0, count).Select(i => new CoverOverride
        {
            People = OnCallPeople.Of([new Responder($"x{i}")]),
            Time = new Interval(Monday, Monday.AddDays(1)),
        });
        var replaced = Enumerable.Range(0, count).Select(i => new ReplaceOverride
        {
            Person = new Responder($"x{i}"),
            By = new Responder($"y{i % 3}"),
            Time = new Interval(Monday, Monday.AddDays(1)),
        });
        var schedule = new OnCallScheduleBuilder("many", "UTC")
            .AddLayer("l", l => l.People(new Responder("a")))
            .AddOverrides([.. covers, .. replaced])
            .Build();

        Assert.Equal(3, schedule.OnCallAt(Monday).Count);
        Assert.Equal(count, schedule.Why(Monday).Reasons.Count);
        // Those that it has the patience to look at change nothing.
        Assert.All(ScheduleValidator.Check(schedule), f => Assert.Equal(ScheduleFindingKind.OverrideWithoutEffect, f.Kind));
    }

    [Property(MaxTest = 200, EndSize = int.MaxValue)]
    public void OnCallAt_AmongManyLayersThatSayNothing_IsTheSame(int seed)
    {
        var random = new RandomSchedule(seed);
        var silent = Enumerable.Range(0, 20).Select(i => new OnCallLayer { Name = $"silent {i}", Priority = 5, Roster = new Roster([[]]) });
        var many = new OnCallSchedule(random.Definition.With([.. random.Definition.Layers, .. silent], random.Definition.Overrides));

        Assert.Empty(ScheduleDiff.Between(new OnCallSchedule(random.Definition), many, random.From, random.To));
    }

    [Fact]
    public void Shifts_OnePersonsTurnsForEver_TakeOneStep()
    {
        var schedule = new OnCallScheduleBuilder("one", "Europe/Berlin")
            .AddLayer("l", l => l.Daily(new TimeOnly(9, 0), new DateOnly(2025, 1, 1)).People(new Responder("a"), new Responder("a")))
            .Build();
        var shift = Assert.Single(schedule.ShiftsAt(Monday));

        Assert.Equal((null, null), (shift.Start, shift.End));
        Assert.Single(schedule.Shifts(Monday, DateTimeOffset.MaxValue));
        Assert.Equal(Monday.AddHours(7), schedule.Why(Monday.AddHours(8)).Reasons.Single().TurnStart);
    }
}
