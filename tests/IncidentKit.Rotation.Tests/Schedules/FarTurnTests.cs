namespace IncidentKit.Rotation.Tests.Schedules;

/// <summary>Turns far from the origin, where no list of handoffs reaches.</summary>
[Process("P44")]
public sealed class FarTurnTests
{
    [Theory]
    [InlineData(TurnUnit.Hourly, 1)]
    [InlineData(TurnUnit.Hourly, 7)]
    [InlineData(TurnUnit.Daily, 3)]
    [InlineData(TurnUnit.Weekly, 1)]
    [InlineData(TurnUnit.Weekly, int.MaxValue)]
    [InlineData(TurnUnit.Monthly, 1)]
    [InlineData(TurnUnit.Monthly, 5)]
    [InlineData(TurnUnit.Monthly, int.MaxValue)]
    public void TurnAt_AnyYear_LiesBetweenItsHandoffAndTheNext(TurnUnit unit, int length)
    {
        var grid = new TurnGrid { Unit = unit, Length = length, StartDate = new DateOnly(2024, 1, 31), StartTime = new TimeOnly(2, 30) };
        var clock = new TurnClock(grid, ZoneClock.Of(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")), LocalTimePolicy.Default);
        var random = new Random(7);
        long earlier = long.MinValue, lastTurn = long.MinValue;
        foreach (var instant in Enumerable.Range(0, 2000)
            .Select(_ => random.NextInt64(DateTime.MaxValue.Ticks))
            .Append(0)
            .Append(DateTime.MaxValue.Ticks)
            .Order())
        {
            var turn = clock.TurnAt(instant, out var from, out var until);
            Assert.True(from <= instant && instant < until);
            Assert.Equal((clock.HandoffOf(turn), clock.HandoffOf(turn + 1)), (from, until));
            Assert.True(turn >= lastTurn && instant >= earlier);
            (earlier, lastTurn) = (instant, turn);
        }
    }

    [Fact]
    public void Handoffs_MonthlyOnTheThirtyFirst_ClampToTheEndOfEachMonthFromTheOrigin()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer(
                "l",
                l => l.Turns(new TurnGrid { Unit = TurnUnit.Monthly, StartDate = new DateOnly(2024, 1, 31) }).People(new Responder("a")))
            .Build();
        var handoffs = schedule.Handoffs(
            "l",
            new DateTimeOffset(2023, 10, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(["10-31", "11-30", "12-31", "01-31", "02-29", "03-31", "04-30", "05-31"], handoffs.Select(h => $"{h:MM-dd}"));
    }
}
