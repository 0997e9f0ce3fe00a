namespace IncidentKit.Rotation.Tests.Rest;

/// <summary>Rest as people ask for it.</summary>
[Process("P45")]
public sealed class RestTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");
    private static readonly Responder Carol = new("carol");
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Monday.AddDays(28);

    [Fact]
    public void Check_LongestShift_AllowsExactlyThatAndSaysTheFigure()
    {
        var weekly = Weekly(Alice, Bob);

        Assert.Empty(new RestRules { LongestShift = TimeSpan.FromDays(7) }.Check(weekly, Monday, End));
        var breach = new RestRules { LongestShift = TimeSpan.FromDays(7) - TimeSpan.FromTicks(1) }.Check(weekly, Monday, End)[0];
        Assert.Equal(
            (Alice, RestRule.LongestShift, TimeSpan.FromDays(7), 1),
            (breach.Person, breach.Rule, breach.Time, breach.Shifts.Count));
        Assert.Equal("alice: on call for 168 h 00 min without a break 2025-10-13T00:00:00Z/2025-10-20T00:00:00Z", breach.ToString());
    }

    [Fact]
    public void Check_LeastRest_AllowsExactlyThatAndNamesBothShifts()
    {
        var weekly = Weekly(Alice, Bob);

        Assert.Empty(new RestRules { LeastRest = TimeSpan.FromDays(7) }.Check(weekly, Monday, End));
        var breach = Assert.Single(new RestRules { LeastRest = TimeSpan.FromDays(8) }.Check(weekly, Monday, Monday.AddDays(21)));
        Assert.Equal("alice: 168 h 00 min of rest before 2025-10-27T00:00:00Z", breach.ToString());
        Assert.Equal([Monday, Monday.AddDays(14)], breach.Shifts.Select(s => s.Start!.Value));
    }

    [Fact]
    public void Check_NightsInARow_CountUntilANightOff()
    {
        var nights = Nights(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Friday);
        var breach = Assert.Single(new RestRules { MostConsecutiveShifts = 2 }.Check(nights, Monday, Monday.AddDays(7)));

        Assert.Equal("alice: 3 shifts in a row 2025-10-13T20:00:00Z/2025-10-16T08:00:00Z", breach.ToString());
        Assert.Empty(new RestRules { MostConsecutiveShifts = 3 }.Check(nights, Monday, Monday.AddDays(7)));
        Assert.Equal(
            4,
            Assert.Single(new RestRules { MostConsecutiveShifts = 3, Break = TimeSpan.FromHours(37) }
                .Check(nights, Monday, Monday.AddDays(7))).Shifts.Count);
    }

    [Fact]
    public void Repair_NightsInARow_GivesTheMiddleOneToWhoIsFree()
    {
        var nights = With(Nights(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday), Carol);
        var rules = new RestRules { MostConsecutiveShifts = 2 };
        var repair = rules.Repair(nights, rules.Check(nights, Monday, Monday.AddDays(7))[0], Monday, Monday.AddDays(7), Carol);

        Assert.Equal("carol for alice 2025-10-14T20:00:00Z/2025-10-15T08:00:00Z", repair!.ToString());
        Assert.Single(repair.Overrides);
        Assert.Empty(rules.Check(repair.Schedule, Monday, Monday.AddDays(7)));
    }

    [Fact]
    public void Repair_LongShift_GivesAwayWhatIsTooLong()
    {
        var schedule = Weekly(Alice, Bob);
        var rules = new RestRules { LongestShift = TimeSpan.FromDays(5) };
        var repair = rules.Repair(schedule, rules.Check(schedule, Monday, Monday.AddDays(7))[0], Monday, Monday.AddDays(7), Bob, Carol);

        Assert.Equal("bob for alice 2025-10-18T00:00:00Z/2025-10-20T00:00:00Z", repair!.ToString());
    }

    [Fact]
    public void Repair_NobodyMayTakeMore_Swaps()
    {
        // Alice has Monday and Tuesday, Bob Thursday and Saturday: a cover would give Bob neighbours or a third shift too near.
        var schedule = Days((0, Alice), (1, Alice), (3, Bob), (5, Bob));
        var rules = new RestRules { LeastRest = TimeSpan.FromDays(1), MostConsecutiveShifts = 2, Break = TimeSpan.FromDays(30) };
        var repair = rules.Repair(schedule, rules.Check(schedule, Monday, Monday.AddDays(7))[0], Monday, Monday.AddDays(7), Bob);

        Assert.Equal(2, repair!.Overrides.Count);
        Assert.Empty(rules.Check(repair.Schedule, Monday, Monday.AddDays(7)));
        Assert.Equal(2, repair.Schedule.ClippedShifts(Monday, Monday.AddDays(7)).Count(s => s.Person == Alice));
    }

    [Fact]
    public void Repair_NobodyElse_IsNone()
    {
        var schedule = Weekly(Alice);
        var rules = new RestRules { LongestShift = TimeSpan.FromDays(7) };

        Assert.Null(rules.Repair(schedule, Assert.Single(rules.Check(schedule, Monday, End)), Monday, End));
    }

    [Fact]
    public void Repair_OnlySomebodyAwayIsFree_IsNone()
    {
        var schedule = Weekly(Alice, Alice);
        var away = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("s", l => l.Weekly(DayOfWeek.Monday, default, new DateOnly(2025, 10, 13)).People(Alice))
            .AddTimeOff(Bob, new Interval(Monday, End))
            .Build();
        var rules = new RestRules { LongestShift = TimeSpan.FromDays(20) };

        Assert.Null(rules.Repair(away, rules.Check(away, Monday, End)[0], Monday, End, Bob));
        Assert.NotNull(rules.Repair(schedule, rules.Check(schedule, Monday, End)[0], Monday, End, Bob));
    }

    [Fact]
    public void Repair_AFixedPeriodDecides_IsNone()
    {
        var time = new Interval(Monday, Monday.AddDays(3));
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddFixedPeriod(new FixedPeriod { Time = time, Shifts = [new FixedShift { Person = Alice, Time = time }] })
            .Build();
        var rules = new RestRules { LongestShift = TimeSpan.FromDays(2) };

        Assert.Null(rules.Repair(schedule, rules.Check(schedule, Monday, End)[0], Monday, End, Bob));
    }

    [Fact]
    public void Rules_OutOfRangeOrForeignBreach_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestRules { LongestShift = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestRules { LeastRest = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestRules { MostConsecutiveShifts = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestRules { Break = TimeSpan.Zero });
        var rules = new RestRules { LongestShift = TimeSpan.FromDays(6) };
        Assert.Throws<ArgumentException>(
            () => rules.Repair(Weekly(Bob, Alice), rules.Check(Weekly(Alice, Bob), Monday, End)[0], Monday, End));
        Assert.Empty(new RestRules().Check(Weekly(Alice), Monday, End));
    }

    private static OnCallSchedule Weekly(params Responder[] people) =>
        OnCallSchedule.Weekly("w", "UTC", DayOfWeek.Monday, default, new DateOnly(2025, 10, 13), people);

    private static OnCallSchedule Nights(params DayOfWeek[] days) =>
        new OnCallScheduleBuilder("n", "UTC")
            .AddLayer("n", l => l.People(Alice).During(new TimeOnly(20, 0), new TimeOnly(8, 0), days))
            .Build();

    private static OnCallSchedule With(OnCallSchedule schedule, Responder person) =>
        new(schedule.Definition.With(
            [.. schedule.Layers, new OnCallLayer { Name = "spare", Roster = Roster.Of(person), End = Monday.AddDays(-1) }],
            []));

    private static OnCallSchedule Days(params (int Day, Responder Person)[] days)
    {
        var builder = new OnCallScheduleBuilder("d", "UTC");
        foreach (var (day, person) in days)
            builder.AddLayer($"{day}", l => l.People(person).Between(Monday.AddDays(day).AddHours(8), Monday.AddDays(day).AddHours(20)));
        return builder.Build();
    }
}
