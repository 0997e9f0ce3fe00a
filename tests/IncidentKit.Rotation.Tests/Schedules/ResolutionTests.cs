namespace IncidentKit.Rotation.Tests.Schedules;

/// <summary>
/// The steps from turns to people, with their reasons: time off, overrides, layers that hide each other, duty and windows.
/// </summary>
[Process("P45")]
public sealed class ResolutionTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");
    private static readonly Responder Carol = new("carol");
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);
    private static readonly Interval Day = new(Monday, Monday.AddDays(1));

    [Fact]
    public void Why_LayersThatHideEachOther_NamesThoseHiddenInOrder()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("low", l => l.People(Alice))
            .AddLayer("middle", l => l.People(Bob).WithPriority(1))
            .AddLayer("beside the middle", l => l.People(Carol).WithPriority(1))
            .AddLayer("high", l => l.People(Carol).WithPriority(2).Between(Monday.AddDays(1), null))
            .AddLayer("high and empty", l => l.Together().WithPriority(3))
            .AddLayer("late and low", l => l.People(Alice))
            .Build();

        Assert.Equal(["low", "late and low"], schedule.Why(Monday).HiddenLayers);
        Assert.Equal(["bob", "carol"], schedule.Why(Monday).Reasons.Select(r => r.Person.Id));
        Assert.Equal(["low", "middle", "beside the middle", "late and low"], schedule.Why(Monday.AddDays(1)).HiddenLayers);
        Assert.Equal(["high"], schedule.Why(Monday.AddDays(1)).Reasons.Select(r => r.Layer));
    }

    [Fact]
    public void OnCallAt_LayerEmptiedByAnOverride_LetsTheLowerOneShow()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("low", l => l.People(Alice).WithPriority(-1))
            .AddLayer("high", l => l.People(Bob))
            .AddOverrides(new RemoveOverride { Layer = "high", Person = Bob, Time = Day })
            .Build();

        Assert.Equal([Alice], schedule.OnCallAt(Monday));
        Assert.Empty(schedule.Why(Monday).HiddenLayers);
        Assert.Equal([Bob], schedule.OnCallAt(Day.End));
    }

    [Fact]
    public void OnCallAt_SeveralPeopleAway_EachIsPassedOver()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer(
                "l",
                l => l.Weekly(DayOfWeek.Monday, default, new DateOnly(2025, 10, 13))
                    .Together(Alice, Bob)
                    .People(Bob, Carol)
                    .WithStandIn(StandIn.NextInOrder))
            .AddTimeOff(Alice, Day)
            .AddTimeOff(Bob, new Interval(Monday.AddHours(12), Monday.AddHours(36)))
            .AddTimeOff(Carol, new Interval(Monday.AddHours(18), Monday.AddHours(24)))
            .Build();

        Assert.Equal([Bob], schedule.OnCallAt(Monday));
        Assert.Null(schedule.Why(Monday).Reasons.Single().StandsInFor);
        Assert.Equal([Carol], schedule.OnCallAt(Monday.AddHours(12)));
        Assert.Equal("alice, bob", schedule.Why(Monday.AddHours(12)).Reasons.Single().StandsInFor!.ToString());
        Assert.Empty(schedule.OnCallAt(Monday.AddHours(18)));
        Assert.Equal([Alice], schedule.OnCallAt(Monday.AddHours(24)));
        Assert.Equal([Alice, Bob], schedule.OnCallAt(Monday.AddHours(36)));
    }

    [Fact]
    public void OnCallAt_EmptyTurn_IsNobodysThoughOthersStandIn()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer(
                "l",
                l =>
                    l.Weekly(DayOfWeek.Monday, default, new DateOnly(2025, 10, 13)).Together().People(Bob).WithStandIn(StandIn.NextInOrder))
            .AddTimeOff(Alice, Day)
            .Build();

        Assert.Empty(schedule.OnCallAt(Monday));
    }

    [Fact]
    public void Why_OverridesOfALayerAndOfAll_ApplyOnceEach()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Alice))
            .AddOverrides(
                new ReplaceOverride { Layer = "l", Person = Alice, By = Bob, Time = Day },
                new ReplaceOverride { Person = Bob, By = Carol, Time = Day },
                new CoverOverride { Layer = "l", People = OnCallPeople.Of([Alice]), Priority = 1, Time = Day },
                new CoverOverride { Layer = "l", People = OnCallPeople.Of([Carol]), Time = Day })
            .Build();
        var reason = Assert.Single(schedule.Why(Monday).Reasons);

        // Bob was put there already: nothing is mapped twice.
        Assert.Equal(Bob, reason.Person);
        Assert.Equal([schedule.Definition.Overrides[2], schedule.Definition.Overrides[0]], reason.Overrides);
        Assert.Equal("bob: covers everybody, replaces alice", reason.ToString());
    }

    [Fact]
    public void Why_WindowsOfOneTurnThatOverlap_GiveOneReason()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Alice, Bob)
                .Turns(new TurnGrid
                {
                    Unit = TurnUnit.Daily,
                    Length = 2,
                    StartDate = new DateOnly(2025, 10, 13),
                    Advance = TurnAdvance.ActiveDay,
                })
                .During(new TimeOnly(9, 0), new TimeOnly(9, 0)).During(new TimeOnly(8, 0), new TimeOnly(12, 0)))
            .Build();

        // Monday's window reaches into Tuesday's, and both are of the first turn; Tuesday's reaches into Wednesday's, which is of the next.
        Assert.Equal(["alice"], schedule.Why(Monday.AddHours(32)).Reasons.Select(r => r.Person.Id));
        Assert.Equal(["alice", "bob"], schedule.Why(Monday.AddHours(56)).Reasons.Select(r => r.Person.Id));
        Assert.Equal([Alice], schedule.OnCallAt(Monday.AddHours(32)));
        Assert.Equal([Alice, Bob], schedule.OnCallAt(Monday.AddHours(56)));
        Assert.Equal((0L, 1L), (schedule.Why(Monday.AddHours(56)).Reasons[0].Turn, schedule.Why(Monday.AddHours(56)).Reasons[1].Turn));
    }

    [Theory]
    [InlineData(TurnAdvance.Turn)]
    [InlineData(TurnAdvance.ActiveDay)]
    public void OnCallAt_DutyLength_EndsTheTurnByTheClocksOnTheWall(TurnAdvance advance)
    {
        // The night of the 26th has 25 hours in Berlin.
        var schedule = new OnCallScheduleBuilder("s", "Europe/Berlin")
            .AddLayer("l", l => l.People(Alice, Bob).Turns(new TurnGrid
            {
                Unit = TurnUnit.Daily,
                StartDate = new DateOnly(2025, 10, 25),
                DutyLength = TimeSpan.FromHours(27),
                Length = 2,
                Advance = advance,
            }))
            .Build();
        var midnight = new DateTimeOffset(2025, 10, 24, 22, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            [new Interval(midnight, midnight.AddHours(28))],
            schedule.ClippedShifts(midnight, midnight.AddHours(49)).Select(s => new Interval(s.Start!.Value, s.End!.Value)));
        Assert.Equal([new Interval(midnight.AddHours(28), midnight.AddHours(49))], schedule.Gaps(midnight, midnight.AddHours(60)));
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Tokyo")]
    public void OnCallAt_DutyAtTheEndsOfTheCalendar_IsNotCut(string zone)
    {
        // Turns of 1,000 weeks: the calendar begins and ends within one each.
        var schedule = new OnCallScheduleBuilder("s", zone)
            .AddLayer("l", l => l.People(Alice).Turns(new TurnGrid
            {
                Unit = TurnUnit.Weekly,
                Length = 1000,
                StartDate = new DateOnly(2025, 10, 13),
                DutyLength = TimeSpan.MaxValue,
            }))
            .Build();
        var short_ = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Alice).Turns(new TurnGrid
            {
                Unit = TurnUnit.Daily,
                StartDate = new DateOnly(2025, 10, 13),
                DutyLength = TimeSpan.FromHours(24) - TimeSpan.FromTicks(1),
            }))
            .Build();

        var whole = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Alice).Turns(new TurnGrid
            {
                Unit = TurnUnit.Daily,
                StartDate = new DateOnly(2025, 10, 13),
                DutyLength = TimeSpan.FromHours(24),
            }))
            .Build();

        Assert.Equal([Alice], whole.OnCallAt(DateTimeOffset.MaxValue));
        Assert.Equal([Alice], schedule.OnCallAt(DateTimeOffset.MinValue));
        Assert.Equal([Alice], schedule.OnCallAt(Monday));
        Assert.Equal([Alice], schedule.OnCallAt(DateTimeOffset.MaxValue));
        Assert.Equal([Alice], short_.OnCallAt(DateTimeOffset.MaxValue.AddTicks(-1)));
        Assert.Empty(short_.OnCallAt(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void ShiftsAt_AfterTheDutyOfAHigherLayer_BeginWhereItEnds()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("low", l => l.People(Bob))
            .AddLayer("high", l => l.People(Alice).WithPriority(1).Turns(new TurnGrid
            {
                Unit = TurnUnit.Daily,
                StartDate = new DateOnly(2025, 10, 13),
                StartTime = new TimeOnly(9, 0),
                DutyLength = TimeSpan.FromHours(9),
            }))
            .Build();
        var shift = Assert.Single(schedule.ShiftsAt(Monday.AddHours(20)));

        Assert.Equal((Bob, Monday.AddHours(18), Monday.AddHours(33)), (shift.Person, shift.Start, shift.End));
    }

    [Fact]
    public void OnCallAt_PersonAddedToALayer_IsNotReplacedInTheSchedule()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Alice))
            .AddOverrides(
                new AddOverride { Layer = "l", Person = Bob, Time = Day },
                new ReplaceOverride { Person = Bob, By = Carol, Time = Day },
                new RemoveOverride { Person = Bob, Time = Day })
            .Build();

        Assert.Equal([Alice, Bob], schedule.OnCallAt(Monday));
    }

    [Fact]
    public void OnCallAt_DutyOfATurnThatBeganBeforeTheCalendar_IsOver()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Alice, Bob).Turns(new TurnGrid
            {
                Unit = TurnUnit.Daily,
                Length = 1_000_000,
                StartDate = new DateOnly(2025, 10, 5),
                DutyLength = TimeSpan.FromDays(2),
            }))
            .Build();

        Assert.Empty(schedule.OnCallAt(Monday.AddDays(-12)));
        Assert.Equal([Alice], schedule.OnCallAt(Monday.AddDays(-8)));
        Assert.Empty(schedule.OnCallAt(Monday));
    }

    [Theory]
    [InlineData("America/New_York", 9, 23, 0, true)]
    [InlineData("America/New_York", 20, 8, 0, false)]
    [InlineData("Asia/Tokyo", 20, 1, 8, true)]
    [InlineData("Asia/Tokyo", 20, 1, 7, false)]
    public void OnCallAt_WindowsAtTheEndOfTheCalendar_EndAtTheirOwnTime(string zone, int from, int to, int hoursBefore, bool isHeld)
    {
        var schedule = new OnCallScheduleBuilder("s", zone)
            .AddLayer("l", l => l.People(Alice).During(new TimeOnly(from, 0), new TimeOnly(to, 0)))
            .Build();

        Assert.Equal(isHeld, !schedule.OnCallAt(DateTimeOffset.MaxValue.AddHours(-hoursBefore)).IsEmpty);
    }

    [Fact]
    public void ShiftsAt_FirstHoursOfTheCalendar_BeginWhereTheySay()
    {
        var at = DateTimeOffset.MinValue.AddHours(1);
        var schedule = new OnCallScheduleBuilder("s", "America/New_York")
            .AddLayer("l", l => l.People(Alice).During(new TimeOnly(9, 0), new TimeOnly(17, 0)))
            .AddOverrides(new AddOverride { Person = Bob, Time = new Interval(at, at.AddHours(11)) })
            .Build();

        Assert.Equal(at, schedule.ShiftsAt(at.AddHours(2)).Single().Start);
    }

    [Fact]
    public void Why_OverrideOfALayerThatWasEdited_AppliesOnce()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.Weekly(DayOfWeek.Monday, default, new DateOnly(2025, 10, 6)).People(Alice, Bob))
            .AddOverrides(new AddOverride { Layer = "l", Person = Carol, Time = Day })
            .Build();
        var edited = schedule.Edit("l", Monday.AddDays(-10), new InsertPerson { Person = new Responder("dan") }).Schedule;

        Assert.Equal(2, edited.Layers.Count);
        Assert.Equal(schedule.Why(Monday).Reasons.Select(r => r.ToString()), edited.Why(Monday).Reasons.Select(r => r.ToString()));
    }

    [Fact]
    public void OnCallAt_OverrideOfALayer_TakesThePriorityOfTheVersionThatApplies()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Alice).Between(null, Monday.AddDays(9)))
            .AddLayer("l", l => l.People(Bob).WithPriority(5).Between(Monday.AddDays(9), Monday.AddDays(20)))
            .AddLayer("m", l => l.People(Carol).WithPriority(3))
            .AddOverrides(new AddOverride { Layer = "l", Person = new Responder("x"), Time = new Interval(Monday, Monday.AddDays(40)) })
            .Build();

        Assert.Equal("carol", schedule.OnCallAt(Monday).ToString());
        Assert.Equal("bob, x", schedule.OnCallAt(Monday.AddDays(9)).ToString());
        Assert.Equal("carol", schedule.OnCallAt(Monday.AddDays(30)).ToString());
    }

    [Fact]
    public void LocalTime_Default_LetsWindowsEndAtTheLastReading()
    {
        var schedule = new OnCallScheduleBuilder("s", "Europe/Berlin")
            .AddLayer("l", l => l.People(Alice).During(new TimeOnly(2, 0), new TimeOnly(2, 30)))
            .Build();
        var shift = Assert.Single(schedule.ClippedShifts(
            new DateTimeOffset(2025, 10, 25, 23, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2025, 10, 26, 9, 0, 0, TimeSpan.Zero)));

        Assert.Equal(
            (new DateTimeOffset(2025, 10, 26, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 10, 26, 1, 30, 0, TimeSpan.Zero)),
            (shift.Start, shift.End));
        Assert.Equal(
            new LocalTimePolicy
            {
                Skipped = SkippedTime.EndOfGap,
                Handoffs = RepeatedTime.First,
                Starts = RepeatedTime.First,
                Ends = RepeatedTime.Last,
            },
            LocalTimePolicy.Default);
        Assert.Equal(LocalTimePolicy.Default, new LocalTimePolicy());
    }

    [Fact]
    public void Holidays_InAnyOrder_AreKeptOnceAndInOrder()
    {
        var (first, second) = (new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 1));
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Alice))
            .AddHolidays(second, first)
            .AddHolidays(second)
            .Build();

        Assert.Equal([first, second], schedule.Definition.Holidays);
    }
}
