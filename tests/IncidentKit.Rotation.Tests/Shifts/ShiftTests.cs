namespace IncidentKit.Rotation.Tests.Shifts;

/// <summary>Shifts at the edges: of a range, of the calendar, and of what a search looks through.</summary>
[Process("P43")]
public sealed class ShiftTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Shifts_RangeWithinAndAroundTurns_SayWhatLiesBeyond()
    {
        var schedule = Of(l => l.Daily(default, new DateOnly(2025, 10, 13)).People(Alice, Bob));
        IEnumerable<(Responder, DateTimeOffset?, DateTimeOffset?, bool, bool)> Said(IEnumerable<OnCallShift> shifts) =>
            shifts.Select(s => (s.Person, s.Start, s.End, s.BeginsBefore, s.EndsAfter));
        (Responder, DateTimeOffset?, DateTimeOffset?, bool, bool) Shift(
            Responder person,
            double from,
            double to,
            bool before,
            bool after) => (person, Monday.AddHours(from), Monday.AddHours(to), before, after);

        Assert.Equal(
            [Shift(Alice, 0, 24, false, false), Shift(Bob, 24, 48, false, false)],
            Said(schedule.Shifts(Monday, Monday.AddDays(2))));
        Assert.Equal(
            [Shift(Alice, 0, 24, false, false), Shift(Bob, 24, 48, false, false)],
            Said(schedule.ClippedShifts(Monday, Monday.AddDays(2))));
        Assert.Equal([Shift(Alice, 0, 24, true, true)], Said(schedule.Shifts(Monday.AddHours(1), Monday.AddHours(2))));
        Assert.Equal([Shift(Alice, 1, 2, true, true)], Said(schedule.ClippedShifts(Monday.AddHours(1), Monday.AddHours(2))));
        Assert.Equal(
            [Shift(Alice, 0, 24, true, false), Shift(Bob, 24, 48, false, true)],
            Said(schedule.Shifts(Monday.AddHours(1), Monday.AddHours(25))));
        Assert.Equal(
            [Shift(Alice, 1, 24, true, false), Shift(Bob, 24, 25, false, true)],
            Said(schedule.ClippedShifts(Monday.AddHours(1), Monday.AddHours(25))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shifts_WholeCalendar_BeginAtItsStartAndEndAtItsEnd(bool whole)
    {
        var schedule = Of(l => l.People(Alice));
        var shifts = whole
            ? schedule.Shifts(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
            : schedule.ClippedShifts(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        var shift = Assert.Single(shifts);

        Assert.Equal(
            whole ? (null, null, false, true) : (DateTimeOffset.MinValue, DateTimeOffset.MaxValue, false, true),
            (shift.Start, shift.End, shift.BeginsBefore, shift.EndsAfter));
    }

    [Fact]
    public void ShiftsAt_FirstAndLastInstantOfTheCalendar_HoldThem()
    {
        var schedule = Of(l => l.Weekly(DayOfWeek.Monday, default, new DateOnly(2025, 10, 13)).People(Alice, Bob));

        Assert.Equal(
            schedule.OnCallAt(DateTimeOffset.MinValue),
            OnCallPeople.Of(schedule.ShiftsAt(DateTimeOffset.MinValue).Select(s => s.Person)));
        Assert.Equal(
            schedule.OnCallAt(DateTimeOffset.MaxValue),
            OnCallPeople.Of(schedule.ShiftsAt(DateTimeOffset.MaxValue).Select(s => s.Person)));
    }

    [Fact]
    public void ShiftsAt_SeveralPeople_AreInTheOrderOfPeople()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.People(Bob))
            .AddLayer("m", l => l.People(Alice).Between(Monday, Monday.AddDays(1)))
            .Build();

        Assert.Equal([Alice, Bob], schedule.ShiftsAt(Monday).Select(s => s.Person));
        Assert.Equal([Bob], schedule.ShiftsAt(Monday.AddDays(1)).Select(s => s.Person));
        Assert.Equal([Bob, Alice], schedule.Shifts(Monday, Monday.AddDays(1)).Select(s => s.Person));
    }

    // Each ends before the next may be told: the one that began first, however late it ends.
    [Fact]
    public void Shifts_LongOneAroundShortOnes_ComeByStartAndThenPerson()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("short", l => l.Daily(default, new DateOnly(2025, 10, 13)).People(Bob, new Responder("carol")))
            .AddLayer("long", l => l.People(Alice).Between(Monday.AddHours(30), Monday.AddHours(80)))
            .Build();

        Assert.Equal(
            ["bob 00", "carol 24", "alice 30", "bob 48", "carol 72"],
            schedule.Shifts(Monday, Monday.AddHours(90)).Select(s => $"{s.Person.Id} {(s.Start!.Value - Monday).TotalHours:00}"));
    }

    [Fact]
    public void Shifts_OneThatLastsLongerThanTheSearch_HasNoStartOrNoEnd()
    {
        // Each minute changes who is on call beside her, and nothing about her.
        var start = Monday.AddMinutes(-1);
        var turns = new TurnGrid { Unit = TurnUnit.Hourly, StartDate = new DateOnly(2025, 10, 13) };
        var builder = new OnCallScheduleBuilder("s", "UTC").AddLayer("her", l => l.People(Alice).Between(start, Monday.AddYears(40)));
        for (var i = 0; i < 60; i++)
            builder.AddLayer($"{i}", l => l.Turns(turns with { StartTime = new TimeOnly(0, i) }).People(Bob, new Responder("carol")));
        var schedule = builder.Build();
        var most = SegmentWalk.MostBeyond(schedule.Clock);

        Assert.Equal(1_000_000 / 61, most);
        Assert.Equal(start, Of(Monday.AddMinutes(most - 2)).Start);
        Assert.Null(Of(Monday.AddMinutes(most)).Start);
        Assert.Equal(Monday.AddYears(40), Of(Monday.AddYears(40).AddMinutes(1 - most)).End);
        Assert.Equal(
            (null, true),
            (Of(Monday.AddYears(40).AddMinutes(-most - 2)).End, Of(Monday.AddYears(40).AddMinutes(-most - 2)).EndsAfter));

        OnCallShift Of(DateTimeOffset at) => schedule.ShiftsAt(at).Single(s => s.Person == Alice);
    }

    [Theory]
    [InlineData(1, 100_000)]
    [InlineData(10, 100_000)]
    [InlineData(11, 90_909)]
    [InlineData(64, 15_625)]
    public void MostBeyond_Layers_AreThatManyChanges(int layers, int most)
    {
        var builder = new OnCallScheduleBuilder("s", "UTC");
        for (var i = 0; i < layers; i++)
            builder.AddLayer($"{i}", l => l.People(Alice));

        Assert.Equal(most, SegmentWalk.MostBeyond(builder.Build().Clock));
    }

    private static OnCallSchedule Of(Action<OnCallLayerBuilder> configure) =>
        new OnCallScheduleBuilder("s", "UTC").AddLayer("l", configure).Build();
}
