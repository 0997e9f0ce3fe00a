using System.Globalization;

namespace IncidentKit.Rotation.Tests.Handoffs;

/// <summary>Which handoffs a range holds: from its first instant on, not its end, within the bounds of each version of the layer.</summary>
[Process("P44")]
public sealed class HandoffSequenceTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(TurnAdvance.Turn)]
    [InlineData(TurnAdvance.ActiveDay)]
    public void Handoffs_RangeFromOneToAnother_HoldsTheFirstAndNotTheLast(TurnAdvance advance)
    {
        var schedule = Of(l => l.Turns(Daily(advance)));

        Assert.Equal([Monday, Monday.AddDays(1)], schedule.Handoffs("l", Monday, Monday.AddDays(2)));
        Assert.Equal([Monday.AddDays(1), Monday.AddDays(2)], schedule.Handoffs("l", Monday.AddTicks(1), Monday.AddDays(2).AddTicks(1)));
        Assert.Empty(schedule.Handoffs("l", Monday, Monday));
        Assert.Equal(Monday.AddDays(1), schedule.NextHandoff("l", Monday));
        Assert.Equal(Monday, schedule.NextHandoff("l", Monday.AddTicks(-1)));
    }

    [Theory]
    [InlineData(TurnAdvance.Turn)]
    [InlineData(TurnAdvance.ActiveDay)]
    public void Handoffs_EndsOfTheCalendar_AreThoseThatItHas(TurnAdvance advance)
    {
        var schedule = Of(l => l.Turns(Daily(advance)));

        Assert.Equal(
            [DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddDays(1)],
            schedule.Handoffs("l", DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddDays(2)));
        Assert.Equal(
            [new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero)],
            schedule.Handoffs("l", DateTimeOffset.MaxValue.AddDays(-1), DateTimeOffset.MaxValue));
        Assert.Null(schedule.Why(DateTimeOffset.MaxValue).Reasons.Single().TurnEnd);
        Assert.Equal(DateTimeOffset.MinValue, schedule.Why(DateTimeOffset.MinValue).Reasons.Single().TurnStart);
    }

    [Fact]
    public void NextHandoff_LastInstantOfTheCalendar_IsFoundBeforeAndNotAfterIt()
    {
        var schedule = Of(l => l.Daily(TimeOnly.MaxValue, new DateOnly(2025, 10, 13)));

        Assert.Equal(DateTimeOffset.MaxValue, schedule.NextHandoff("l", DateTimeOffset.MaxValue.AddTicks(-1)));
        Assert.Null(schedule.NextHandoff("l", DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Handoffs_TurnThatBeganBeforeTheCalendar_HasNoStart()
    {
        var schedule = Of(l => l.Turns(Daily(TurnAdvance.ActiveDay) with { Length = 5 }).During(new TimeOnly(9, 0), new TimeOnly(17, 0)));
        var first = schedule.Handoffs("l", DateTimeOffset.MinValue, DateTimeOffset.MaxValue).First();

        Assert.True(first < DateTimeOffset.MinValue.AddDays(5));
        Assert.Null(schedule.Why(DateTimeOffset.MinValue.AddHours(10)).Reasons.Single().TurnStart);
        Assert.Equal(first, schedule.Why(DateTimeOffset.MinValue.AddHours(10)).Reasons.Single().TurnEnd);
    }

    [Fact]
    public void Handoffs_ActiveDaysOnlyBeforeTheOrigin_EndWithThem()
    {
        var holiday = new DateOnly(2025, 10, 10);
        var schedule = new OnCallScheduleBuilder("s", "UTC").AddHolidays(holiday)
            .AddLayer("l", l => l.Turns(Daily(TurnAdvance.ActiveDay)).People(Alice, Bob).During(new DutyWindow
            {
                From = default,
                To = default,
                Holidays = HolidayRule.Only,
            }))
            .Build();
        var layer = schedule.Clock.Layers[0];

        Assert.Equal([Monday.AddDays(-3)], schedule.Handoffs("l", DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.Equal(
            [long.MinValue, Monday.AddDays(-3).UtcTicks, long.MaxValue],
            [layer.HandoffOf(-2), layer.HandoffOf(-1), layer.HandoffOf(0)]);
        Assert.Equal([Bob], schedule.OnCallAt(Monday.AddDays(-3)));
    }

    // Where the clocks jump at midnight, the start of one day is moved past that of the next, or before that of the day before.
    [Theory]
    [InlineData("America/Havana", "earlier", "2025-03-08T00:00Z", "2025-03-11T00:00Z", "2025-03-09T04:30Z 2025-03-10T13:00Z")]
    [InlineData(
        "America/Havana", "endOfGap", "2025-03-08T00:00Z", "2025-03-11T00:00Z", "2025-03-09T04:45Z 2025-03-09T05:00Z 2025-03-10T13:00Z")]
    public void Handoffs_ActiveDaysMovedOutOfAGap_StayInOrder(string zone, string skipped, string from, string to, string expected)
    {
        var schedule = OnCallSchedule.Parse($$"""
            {"timeZone":"{{zone}}","localTime":{"skipped":"{{skipped}}"},
            "layers":[{"name":"l","participants":["a","b","c"],
            "rotation":{"kind":"daily","length":1,"start":"2025-03-03T00:00","advance":"activeDay"},
            "restrictions":[{"days":["SA"],"from":"23:45","to":"23:50"},{"days":["SU"],"from":"00:30","to":"08:00"},
            {"days":["MO","TU","WE","TH","FR"],"from":"09:00","to":"17:00"}]}]}
            """);
        var start = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture);
        var end = DateTimeOffset.Parse(to, CultureInfo.InvariantCulture);
        var handoffs = schedule.Handoffs("l", start, end).ToList();

        Assert.Equal(expected, string.Join(' ', handoffs.Select(h => $"{h:yyyy-MM-dd'T'HH:mm'Z'}")));
        Assert.Equal(handoffs[0], schedule.NextHandoff("l", start));
        Assert.Equal(handoffs[0], schedule.Handoffs("l", start, handoffs[0].AddTicks(1)).Single());
    }

    [Fact]
    public void Handoffs_ZonesAtTheEndsOfTheCalendar_AreOnlyThoseWithinIt()
    {
        OnCallSchedule In(string zone, TimeOnly at) =>
            new OnCallScheduleBuilder("s", zone).AddLayer("l", l => l.Daily(at, new DateOnly(2025, 1, 1)).People(Alice, Bob)).Build();
        var (west, east) = (In("America/New_York", new TimeOnly(20, 0)), In("Asia/Tokyo", new TimeOnly(9, 0)));
        var last = Assert.Single(west.Shifts(DateTimeOffset.MaxValue.AddHours(-5), DateTimeOffset.MaxValue));

        Assert.Null(west.NextHandoff("l", DateTimeOffset.MaxValue.AddHours(-5)));
        Assert.Equal((west.OnCallAt(DateTimeOffset.MaxValue).Single(), null, true), (last.Person, last.End, last.EndsAfter));
        Assert.Throws<OnCallScheduleException>(
            () => west.Edit("l", DateTimeOffset.MaxValue.AddHours(-12), new InsertPerson { Person = new Responder("carol") }));
        Assert.True(east.Handoffs("l", DateTimeOffset.MinValue, DateTimeOffset.MaxValue).First() > DateTimeOffset.MinValue.AddHours(20));
        Assert.Null(east.Why(DateTimeOffset.MinValue).Reasons.Single().TurnStart);
    }

    [Fact]
    public void Handoffs_LayerWithBounds_LieWithinThem()
    {
        var schedule = Of(l => l.Turns(Daily(TurnAdvance.Turn)).Between(Monday.AddDays(2), Monday.AddDays(4)));

        Assert.Equal([Monday.AddDays(2), Monday.AddDays(3)], schedule.Handoffs("l", Monday, Monday.AddDays(10)));
        Assert.Null(schedule.NextHandoff("l", Monday.AddDays(3)));
    }

    [Fact]
    public void Handoffs_LayerThatNeverAppliesOrNeverHandsOver_AreNone()
    {
        Assert.Empty(Of(l => l.Turns(Daily(TurnAdvance.Turn)).Between(Monday.AddDays(2), Monday.AddDays(2)))
            .Handoffs("l", Monday, Monday.AddDays(10)));
        Assert.Empty(Of(l => l).Handoffs("l", Monday, Monday.AddDays(10)));
    }

    [Fact]
    public void Handoffs_VersionsOfALayer_ComeInTheOrderOfTheirTime()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.Turns(Daily(TurnAdvance.Turn)).People(Bob).Between(Monday.AddDays(2), null))
            .AddLayer("l", l => l.Turns(Daily(TurnAdvance.Turn)).People(Alice).Between(Monday.AddDays(9), Monday.AddDays(8)))
            .AddLayer("l", l => l.Turns(Daily(TurnAdvance.Turn)).People(Alice).Between(null, Monday.AddDays(2)))
            .Build();

        Assert.Equal(Enumerable.Range(1, 3).Select(i => Monday.AddDays(i)), schedule.Handoffs("l", Monday.AddDays(1), Monday.AddDays(4)));
        Assert.Equal(Bob, schedule.Edit("l", Monday.AddDays(5), new InsertPerson { Person = Alice }).WouldHaveBeen.Single());
    }

    private static TurnGrid Daily(TurnAdvance advance) =>
        new() { Unit = TurnUnit.Daily, StartDate = new DateOnly(2025, 10, 13), Advance = advance };

    private static OnCallSchedule Of(Func<OnCallLayerBuilder, OnCallLayerBuilder> configure) =>
        new OnCallScheduleBuilder("s", "UTC").AddLayer("l", l => configure(l).People(Alice, Bob)).Build();
}
