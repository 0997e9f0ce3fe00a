namespace IncidentKit.Rotation.Tests.Edits;

/// <summary>Edits as people make them, and what the laws do not reach.</summary>
[Process("P45")]
public sealed class EditTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");
    private static readonly Responder Carol = new("carol");
    private static readonly Responder Dan = new("dan");

    // Alice from 13 October, Bob from the 20th, Carol from the 27th, at 09:00 in Berlin.
    private static readonly OnCallSchedule Weekly = OnCallSchedule.Weekly(
        "w", "Europe/Berlin", DayOfWeek.Monday, new TimeOnly(9, 0), new DateOnly(2025, 10, 13), [Alice, Bob, Carol]);

    public static TheoryData<string, RotationEdit, string> Edits => new()
    {
        { "insert at the end", new InsertPerson { Person = Dan }, "bob carol dan alice bob" },
        { "insert before the next", new InsertPerson { Person = Dan, At = 1 }, "bob carol alice dan bob" },
        { "insert after the next", new InsertPerson { Person = Dan, At = 2 }, "bob dan carol alice bob" },
        { "insert nobody", new InsertEntry { People = OnCallPeople.Nobody, At = 2 }, "bob nobody carol alice bob" },
        { "remove the current", new RemovePerson { Person = Alice }, "bob carol bob carol bob" },
        { "remove the next", new RemovePerson { Person = Bob }, "carol alice carol alice carol" },
        { "remove the next by place", new RemoveEntry { At = 1 }, "carol alice carol alice carol" },
        { "remove another", new RemovePerson { Person = Carol }, "bob alice bob alice bob" },
        { "reorder", new ReorderPeople { People = [Carol, Bob, Alice] }, "bob alice carol bob alice" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_OneEdit_GoesOnFromTheHandoff(string what, RotationEdit edit, string people)
    {
        var edited = Weekly.Edit("w", At("2025-10-16T00:00Z"), edit);

        Assert.Equal(At("2025-10-20T07:00Z"), edited.Handoff);
        Assert.Equal(people, string.Join(" ", WeeksFrom(edited.Schedule, edited.Handoff)));
        Assert.True(edited.Schedule.OnCallAt(edited.Handoff.AddTicks(-1)).Single() == Alice, what);
        Assert.Equal("bob", edited.WouldHaveBeen.ToString());
        Assert.Equal(people.Split(' ')[0], edited.Next.ToString());
    }

    [Fact]
    [Process("P43")]
    public void Edit_LongerTurns_KeepTheHandoffAndItsLocalTime()
    {
        var edited = Weekly.Edit("w", At("2025-10-20T07:00Z"), new ChangeTurnLength { Length = 2 });

        Assert.Equal(
            [At("2025-10-20T07:00Z"), At("2025-11-03T08:00Z"), At("2025-11-17T08:00Z")],
            edited.Schedule.Handoffs("w", At("2025-10-14T00:00Z"), At("2025-11-20T00:00Z")));
        Assert.Equal("bob bob carol carol alice", string.Join(" ", WeeksFrom(edited.Schedule, edited.Handoff)));
        Assert.Equal("w from 2025-10-20T07:00:00Z: bob", edited.ToString());
    }

    [Theory]
    [InlineData(1, "02-28 03-31 04-30 05-31")]
    [InlineData(2, "02-28 04-30 06-30 08-31")]
    [InlineData(12, "02-28 02-28 02-29 02-28")]
    [Process("P44")]
    public void Edit_MonthlyOnTheThirtyFirst_StaysThere(int length, string handoffs)
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer(
                "l",
                l => l.Turns(new TurnGrid { Unit = TurnUnit.Monthly, Length = 3, StartDate = new DateOnly(2025, 8, 31) })
                    .People(Alice, Bob, Carol))
            .Build();
        var edited = schedule.Edit("l", At("2026-01-01T00:00Z"), new ChangeTurnLength { Length = length });

        Assert.Equal(
            handoffs,
            string.Join(" ", edited.Schedule.Handoffs("l", edited.Handoff, At("2036-01-01T00:00Z")).Take(4).Select(h => $"{h:MM-dd}")));
        Assert.Equal(schedule.OnCallAt(edited.Handoff), edited.Schedule.OnCallAt(edited.Handoff));
        Assert.NotEqual(edited.Schedule.OnCallAt(edited.Handoff.AddTicks(-1)), edited.Schedule.OnCallAt(edited.Handoff));
    }

    [Fact]
    public void Edit_ActiveDays_CountsOnFromTheHandoff()
    {
        var schedule = new OnCallScheduleBuilder("s", "Europe/Berlin").AddLayer("l", l => l.People(Alice, Bob, Carol)
            .Turns(
                new TurnGrid { Unit = TurnUnit.Daily, Length = 2, StartDate = new DateOnly(2025, 10, 13), Advance = TurnAdvance.ActiveDay })
            .During(new TimeOnly(9, 0), new TimeOnly(17, 0), DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Friday)).Build();
        var edited = schedule.Edit("l", At("2025-10-15T12:00Z"), new ChangeTurnLength { Length = 1 }, new RemovePerson { Person = Bob });

        // Bob would be on call on Friday 17 and Monday 20; Carol follows him, a day each.
        Assert.Equal(At("2025-10-17T07:00Z"), edited.Handoff);
        Assert.Equal(
            "carol alice carol alice",
            string.Join(" ", edited.Schedule.ClippedShifts(edited.Handoff, At("2025-10-25T00:00Z")).Select(s => s.Person)));
    }

    [Fact]
    public void Edit_WindowsOfTwoTurnsOverlapOnce_WaitsForAHandoffAtWhichTheTurnBeforeIsOver()
    {
        // The night of Monday runs into Tuesday's window; Wednesday's begins alone.
        var schedule = Overlapping(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Thursday);

        Assert.Equal(At("2025-10-16T06:00Z"), schedule.Edit("l", At("2025-10-14T00:00Z"), new InsertPerson { Person = Dan }).Handoff);
    }

    [Fact]
    public void Edit_WindowsOfTwoTurnsAlwaysOverlap_SaysSo()
    {
        var schedule = Overlapping();
        var fault = Assert.Single(Assert.Throws<OnCallScheduleException>(
            () => schedule.Edit("l", At("2025-10-14T00:00Z"), new InsertPerson { Person = Dan })).Faults);

        Assert.Equal("notBefore", fault.Place);
    }

    [Fact]
    public void Edit_Again_TakesEffectLaterOrAtTheSameHandoff()
    {
        var once = Weekly.Edit("w", At("2025-11-01T00:00Z"), new InsertPerson { Person = Dan });
        var twice = once.Schedule.Edit("w", once.Handoff, new RemovePerson { Person = Dan });
        var later = once.Schedule.Edit("w", once.Handoff.AddTicks(1), new RemovePerson { Person = Dan });
        var early = Assert.Throws<OnCallScheduleException>(
            () => once.Schedule.Edit("w", At("2025-10-14T00:00Z"), new InsertPerson { Person = Bob }));

        Assert.Equal((2, 2, 3), (once.Schedule.Layers.Count, twice.Schedule.Layers.Count, later.Schedule.Layers.Count));
        Assert.Empty(ScheduleDiff.Between(Weekly, twice.Schedule, At("2025-10-01T00:00Z"), At("2027-01-01T00:00Z")));
        Assert.Equal(
            Weekly.Handoffs("w", At("2025-10-01T00:00Z"), At("2026-01-01T00:00Z")),
            later.Schedule.Handoffs("w", At("2025-10-01T00:00Z"), At("2026-01-01T00:00Z")));
        Assert.Equal(once.Handoff, later.Schedule.NextHandoff("w", once.Handoff.AddTicks(-1)));
        Assert.Contains("2025-11-03T08:00:00Z", Assert.Single(early.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_OverridesForTheLayer_GoOnApplying()
    {
        var time = new Interval(At("2025-10-19T07:00Z"), At("2025-10-21T07:00Z"));
        var schedule = new OnCallSchedule(
            Weekly.Definition.With(Weekly.Layers, [new CoverOverride { Layer = "w", People = OnCallPeople.Of([Dan]), Time = time }]));
        var edited = schedule.Edit("w", time.Start, new RemovePerson { Person = Bob }).Schedule;

        Assert.Equal(
            [time.Start.AddDays(-6), time.Start, time.End],
            edited.Shifts(time.Start.AddDays(-1), time.End.AddHours(1)).Select(s => s.Start));
        Assert.Equal(["w", "w"], edited.Layers.Select(l => l.Name));
    }

    [Fact]
    public void Check_EditedLayer_FindsNothingInWhatIsOver() =>
        Assert.Empty(ScheduleValidator.Check(Weekly.Edit("w", At("2025-10-16T00:00Z"), new InsertPerson { Person = Dan })
            .Schedule.Edit("w", At("2025-10-21T00:00Z"), new RemovePerson { Person = Bob }).Schedule));

    [Fact]
    public void Edit_ManyFaults_NamesAllAtOnceWithArgumentAndRemedy()
    {
        var faults = Assert.Throws<OnCallScheduleException>(() => Weekly.Edit(
            "w",
            At("2025-10-16T00:00Z"),
            new RemovePerson { Person = Dan },
            new ChangeTurnLength { Length = 0 },
            new InsertPerson { Person = Dan, At = 4 },
            new RemoveEntry { At = -1 },
            null!,
            new InsertEntry { People = null! },
            new ReorderPeople { People = [Alice, Bob, Dan] },
            new RemovePerson { Person = Alice },
            new RemovePerson { Person = Bob },
            new RemovePerson { Person = Carol })).Faults;

        Assert.Equal(
            ["edits[0].Person", "edits[1].Length", "edits[2].At", "edits[3].At", "edits[4]", "edits[5].People", "edits[6].People", "edits"],
            faults.Select(f => f.Place));
        Assert.All(faults, f => Assert.True(f.Reason.Length > 10 && f.Remedy.Length > 5));
        Assert.Contains("Missing: carol. Not on the roster: dan.", faults[6].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_UnknownLayerAndUnsoundEdits_NamesBoth()
    {
        var faults = Assert.Throws<OnCallScheduleException>(() => Weekly.Edit(
            "nights", At("2025-10-16T00:00Z"), new ChangeTurnLength { Length = -1 }, new RemovePerson { Person = Dan })).Faults;

        Assert.Equal(["layer", "edits[0].Length"], faults.Select(f => f.Place));
        Assert.Equal(
            "edits",
            Assert.Single(Assert.Throws<OnCallScheduleException>(() => Weekly.Edit("w", At("2025-10-16T00:00Z"))).Faults).Place);
    }

    [Fact]
    public void Edit_LayerWithoutRotationOrWithoutFurtherHandoff_SaysSo()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("always", l => l.People(Alice))
            .AddLayer("over", l => l.Daily(default, new DateOnly(2025, 1, 1)).People(Alice, Bob).Between(null, At("2025-02-01T00:00Z")))
            .Build();

        Assert.Equal(
            "layer",
            Assert.Single(Assert.Throws<OnCallScheduleException>(
                () => schedule.Edit("always", At("2025-01-01T00:00Z"), new InsertPerson { Person = Bob })).Faults).Place);
        Assert.Equal(
            "notBefore",
            Assert.Single(Assert.Throws<OnCallScheduleException>(
                () => schedule.Edit("over", At("2025-02-01T00:00Z"), new InsertPerson { Person = Dan })).Faults).Place);
        Assert.Equal(At("2025-01-31T00:00Z"), schedule.Edit("over", At("2025-01-31T00:00Z"), new InsertPerson { Person = Dan }).Handoff);
    }

    [Fact]
    public void Parse_LayersOfOneName_MayFollowEachOtherAndNotOverlap()
    {
        string Two(string end) => $$"""
            { "timeZone": "UTC",
              "layers": [
                { "name": "l", "participants": ["a"], "start": "2025-02-01T00:00Z" },
                { "name": "l", "participants": ["b"], "end": "{{end}}" }] }
            """;

        Assert.Equal(2, OnCallSchedule.Parse(Two("2025-02-01T00:00Z")).Layers.Count);
        Assert.Contains(
            "layers[0].name",
            Assert.Throws<DocumentException>(() => OnCallSchedule.Parse(Two("2025-02-01T00:01Z"))).Message,
            StringComparison.Ordinal);
    }

    private static OnCallSchedule Overlapping(params DayOfWeek[] days) =>
        new OnCallScheduleBuilder("s", "Europe/Berlin").AddLayer("l", l => l.People(Alice, Bob, Carol)
            .Turns(new TurnGrid { Unit = TurnUnit.Daily, StartDate = new DateOnly(2025, 10, 13), Advance = TurnAdvance.ActiveDay })
            .During(new TimeOnly(8, 0), new TimeOnly(20, 0), days).During(new TimeOnly(20, 0), new TimeOnly(9, 0), days)).Build();

    private static IEnumerable<string> WeeksFrom(OnCallSchedule schedule, DateTimeOffset handoff) =>
        Enumerable.Range(0, 5).Select(i => schedule.OnCallAt(handoff.AddDays(7 * i).AddHours(2)).ToString());

    private static DateTimeOffset At(string instant) => Iso8601.TryParse(instant, out var at) ? at : throw new ArgumentException(instant);
}
