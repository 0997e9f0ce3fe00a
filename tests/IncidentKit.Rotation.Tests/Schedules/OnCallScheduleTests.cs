namespace IncidentKit.Rotation.Tests.Schedules;

/// <summary>What a user writes first, and what the laws do not reach.</summary>
[Process("P43")]
public sealed class OnCallScheduleTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");
    private static readonly Responder Carol = new("carol");

    private static readonly OnCallSchedule Payments =
        OnCallSchedule.Weekly(
            "payments",
            timeZone: "Asia/Kolkata",
            handoff: DayOfWeek.Monday,
            at: new TimeOnly(9, 30),
            startingOn: new DateOnly(2025, 10, 13),
            [Alice, Bob, Carol]);

    [Theory]
    [InlineData("2025-10-13T04:00Z", "alice")]
    [InlineData("2025-10-20T03:59:59Z", "alice")]
    [InlineData("2025-10-20T04:00Z", "bob")]
    [InlineData("2025-10-13T03:59:59Z", "carol")]
    [InlineData("2075-10-14T04:00Z", "carol")]
    public void Weekly_AnyInstant_TakesTurnsFromTheOriginBothWays(string instant, string person) =>
        Assert.Equal(person, Payments.OnCallAt(At(instant)).Single().Id);

    [Fact]
    public void Weekly_StartingOnAnotherWeekday_BeginsOnTheNextHandoffDay()
    {
        var schedule = OnCallSchedule.Weekly("s", "UTC", DayOfWeek.Monday, default, new DateOnly(2025, 10, 14), [Alice, Bob]);

        Assert.Equal(At("2025-10-20T00:00Z"), schedule.NextHandoff("s", At("2025-10-14T00:00Z")));
        Assert.Equal(Alice, schedule.OnCallAt(At("2025-10-20T00:00Z")).Single());
    }

    [Fact]
    [Process("P44")]
    public void Weekly_AcrossDaylightSaving_KeepsTheLocalTime()
    {
        var schedule = OnCallSchedule.Weekly(
            "s", "Europe/Berlin", DayOfWeek.Monday, new TimeOnly(9, 0), new DateOnly(2025, 10, 20), [Alice, Bob]);

        Assert.Equal(
            [At("2025-10-20T07:00Z"), At("2025-10-27T08:00Z"), At("2025-11-03T08:00Z")],
            schedule.Handoffs("s", At("2025-10-20T00:00Z"), At("2025-11-04T00:00Z")));
    }

    [Fact]
    public void OnCallAt_OnePerson_AllocatesNothing()
    {
        var instant = At("2026-03-03T12:00Z");
        Payments.OnCallAt(instant);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Payments.OnCallAt(instant.AddHours(i));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("America/Havana")]
    [InlineData("America/Santiago")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Beirut")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Apia")]
    [Process("P44")]
    public void Handoffs_ZoneThatChangesAtMidnight_ComeOnceEachDayAndEnd(string zone)
    {
        var schedule = new OnCallScheduleBuilder("s", zone)
            .AddLayer("l", l => l.Daily(default, new DateOnly(2005, 1, 1)).People(Alice, Bob))
            .Build();
        var handoffs = schedule.Handoffs("l", At("2005-06-01T00:00Z"), At("2030-06-01T00:00Z")).ToList();

        // Apia never saw one of its days, and by changing side of the date line has one more within the range.
        Assert.Equal(9131, handoffs.Count);
        Assert.All(
            handoffs.Zip(handoffs.Skip(1)),
            pair => Assert.InRange(pair.Second - pair.First, TimeSpan.FromHours(22), TimeSpan.FromHours(26)));
    }

    [Fact]
    public void Shifts_HourlyOverNineThousandYears_AreLazy()
    {
        var schedule = new OnCallScheduleBuilder("s", "Europe/Berlin")
            .AddLayer("l", l => l.Turns(new TurnGrid { Unit = TurnUnit.Hourly, StartDate = new DateOnly(2024, 1, 1) }).People(Alice, Bob))
            .Build();

        Assert.Equal(5, schedule.Shifts(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Take(5).Count());
        Assert.Equal(5, schedule.Handoffs("l", DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Take(5).Count());
        var endless = Assert.Throws<OnCallSearchException>(() => schedule.Gaps(At("1000-01-01T00:00Z"), DateTimeOffset.MaxValue).Any());
        Assert.True(endless.Reached > At("1100-01-01T00:00Z"));
    }

    [Fact]
    public void Shifts_OneLayerForEver_HaveNoStartAndNoEnd()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC").AddLayer("l", l => l.People(Alice)).Build();
        var shift = Assert.Single(schedule.ShiftsAt(At("2025-01-01T00:00Z")));

        Assert.Equal((null, null, true, true), (shift.Start, shift.End, shift.BeginsBefore, shift.EndsAfter));
        Assert.Null(schedule.NextHandoff("l", At("2025-01-01T00:00Z")));
    }

    [Fact]
    public void Queries_AtTheEndsOfTheCalendar_Answer()
    {
        Assert.Single(Payments.OnCallAt(DateTimeOffset.MinValue));
        Assert.Single(Payments.OnCallAt(DateTimeOffset.MaxValue));
        Assert.NotEmpty(Payments.ClippedShifts(DateTimeOffset.MaxValue.AddDays(-20), DateTimeOffset.MaxValue).ToList());
        Assert.NotEmpty(Payments.Shifts(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddDays(20)).ToList());
        Assert.Null(Payments.NextHandoff("payments", DateTimeOffset.MaxValue));
        Assert.Empty(Payments.Gaps(DateTimeOffset.MaxValue.AddDays(-20), DateTimeOffset.MaxValue));
        Assert.NotNull(Payments.Why(DateTimeOffset.MaxValue).Reasons.Single().TurnStart);
    }

    [Fact]
    public void Queries_InvertedRangeOrUnknownLayer_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Payments.Shifts(At("2025-01-02T00:00Z"), At("2025-01-01T00:00Z")));
        var unknown = Assert.Throws<ArgumentException>(() => Payments.NextHandoff("nights", At("2025-01-02T00:00Z")));
        Assert.Contains("It has: payments.", unknown.Message, StringComparison.Ordinal);
        Assert.Empty(Payments.Shifts(At("2025-01-02T00:00Z"), At("2025-01-02T00:00Z")));
    }

    [Fact]
    [Process("P45")]
    public void Why_OverrideOnATurn_NamesLayerTurnWindowAndChain()
    {
        var time = new Interval(At("2025-10-13T00:00Z"), At("2025-10-20T00:00Z"));
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("low", l => l.People(Carol))
            .AddLayer(
                "high",
                l => l.Weekly(DayOfWeek.Monday, default, new DateOnly(2025, 10, 6))
                    .People(Alice, Bob)
                    .During(new TimeOnly(9, 0), new TimeOnly(17, 0))
                    .WithPriority(1))
            .AddOverrides(new ReplaceOverride { Time = time, Person = Bob, By = Carol })
            .Build();
        var why = schedule.Why(At("2025-10-14T12:00Z"));
        var reason = Assert.Single(why.Reasons);

        Assert.Equal((Carol, "high", 1L), (reason.Person, reason.Layer, reason.Turn));
        Assert.Equal((At("2025-10-13T00:00Z"), At("2025-10-20T00:00Z")), (reason.TurnStart, reason.TurnEnd));
        Assert.Equal(new TimeOnly(9, 0), reason.Window!.From);
        Assert.IsType<ReplaceOverride>(Assert.Single(reason.Overrides));
        Assert.Equal(["low"], why.HiddenLayers);
        Assert.Equal("carol: layer high, turn 1, window 09:00–17:00, replaces bob", why.ToString());
    }

    [Fact]
    public void Build_ManyFaults_NamesAllAtOnceWithPlaceAndRemedy()
    {
        var builder = new OnCallScheduleBuilder(" ", "Mars/Olympus")
            .AddLayer("a", l =>
                l.Turns(new TurnGrid { Unit = TurnUnit.Daily, Length = 0, First = 3, StartDate = new DateOnly(2025, 1, 1) }).People(Alice))
            .AddLayer("a", l => l.During(new DutyWindow { From = default, To = default, MonthDays = [32] }))
            .AddOverrides(new RemoveOverride { Time = default, Person = Alice, Layer = "b" });
        var faults = Assert.Throws<OnCallScheduleException>(builder.Build).Faults;

        Assert.Equal(
            [
                "timeZone", "name", "layers[0].rotation.length", "layers[0].rotation.first", "layers[1].participants",
                "layers[1].restrictions[0].monthDays", "layers[1].name", "overrides[0].layer",
            ],
            faults.Select(f => f.Place));
        Assert.All(faults, f => Assert.True(f.Reason.Length > 10 && f.Remedy.Length > 5));
    }

    [Fact]
    public void Build_Twice_IsRefused()
    {
        var builder = new OnCallScheduleBuilder("s", "UTC").AddLayer("l", l => l.People(Alice));
        builder.Build();

        Assert.Throws<InvalidOperationException>(() => builder.AddHolidays(new DateOnly(2025, 12, 25)));
    }

    [Fact]
    [Process("P45")]
    public void OnCallAt_TimeOff_PassesTheEntryOverOrToTheNextInOrder()
    {
        var away = new Interval(At("2025-10-14T00:00Z"), At("2025-10-15T00:00Z"));
        OnCallSchedule With(StandIn standIn) => new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.Weekly(DayOfWeek.Monday, default, new DateOnly(2025, 10, 13)).People(Alice, Bob).WithStandIn(standIn))
            .AddTimeOff(Alice, away).Build();

        Assert.Empty(With(StandIn.Nobody).OnCallAt(away.Start));
        Assert.Equal(Bob, With(StandIn.NextInOrder).OnCallAt(away.Start).Single());
        Assert.Equal("alice", With(StandIn.NextInOrder).Why(away.Start).Reasons.Single().StandsInFor!.ToString());
        Assert.Equal(Alice, With(StandIn.NextInOrder).OnCallAt(away.End).Single());
    }

    [Fact]
    public void OnCallAt_FourteenPeopleOnWeekdaysInSevenDayTurns_AllServe()
    {
        var people = Enumerable.Range(0, 14).Select(i => new Responder($"p{i:00}")).ToList();
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(people)
                .Turns(new TurnGrid
                {
                    Unit = TurnUnit.Daily,
                    Length = 7,
                    StartDate = new DateOnly(2025, 1, 1),
                    Advance = TurnAdvance.ActiveDay,
                })
                .During(
                    new TimeOnly(9, 0), new TimeOnly(17, 0), DayOfWeek.Monday, DayOfWeek.Tuesday,
                    DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday)).Build();
        var loads = schedule.ClippedShifts(At("2025-01-01T00:00Z"), At("2026-01-01T00:00Z")).CountBy(s => s.Person).ToList();

        Assert.Equal(14, loads.Count);
        Assert.All(loads, load => Assert.InRange(load.Value, 14, 21));
    }

    private static DateTimeOffset At(string instant) => Iso8601.TryParse(instant, out var at) ? at : throw new ArgumentException(instant);
}
