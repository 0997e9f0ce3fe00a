namespace IncidentKit.Rotation.Tests.Handoffs;

/// <summary>
/// The arithmetic of a grid beside a list of its handoffs, around each change of odd clocks and at both ends of the calendar.
/// </summary>
[Process("P44")]
public sealed class TurnClockTests
{
    private const int Around = 60;

    public static TheoryData<string, int, int> Changes => new()
    {
        { "Europe/Berlin", 2025, 1 },
        { "Europe/Berlin", 2025, 5 },
        { "Australia/Lord_Howe", 2024, 1 },
        { "Antarctica/Troll", 2024, 1 },
        { "America/Havana", 2024, 2 },
        { "Pacific/Apia", 2011, 1 },
        { "Pacific/Apia", 2011, 5 },
        { "Pacific/Apia", 2011, 12 },
        { "Pacific/Apia", 2011, 13 },
        { "Pacific/Apia", 2011, 24 },
        { "Pacific/Apia", 2011, 25 },
        { "Pacific/Apia", 2011, 30 },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void TurnAt_HourlyAroundAChangeOfTheClocks_IsTheLastOfAList(string zoneId, int year, int length)
    {
        var zone = ZoneClock.Of(TimeZoneInfo.FindSystemTimeZoneById(zoneId));
        foreach (var change in zone.Changes(new DateTime(year, 1, 1).Ticks, new DateTime(year + 1, 1, 1).Ticks))
        {
            foreach (var (skipped, repeated) in Policies())
            {
                // The origin lies a while before or after the change, so that turns are counted both ways.
                foreach (var days in new[] { -3, 3 })
                {
                    var origin = new DateTime(change).AddDays(days).Date.AddMinutes(30);
                    var clock = Clock(
                        TurnUnit.Hourly, length, origin, zone, new LocalTimePolicy { Skipped = skipped, Handoffs = repeated });
                    var list = ListOf(
                        turn => zone.ToUtc(origin.AddHours(turn * length).Ticks, repeated, skipped),
                        (new DateTime(change) - origin).Days * 24 / length);
                    Check(clock, list);
                }
            }
        }
    }

    [Theory]
    [InlineData(TurnUnit.Daily)]
    [InlineData(TurnUnit.Weekly)]
    [InlineData(TurnUnit.Monthly)]
    public void TurnAt_LongTurnsAroundTheOrigin_IsTheLastOfAList(TurnUnit unit)
    {
        var zone = ZoneClock.Of(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia"));
        var origin = new DateTime(2011, 12, 30, 2, 30, 0);
        foreach (var (skipped, repeated) in Policies())
        {
            var clock = Clock(unit, 2, origin, zone, new LocalTimePolicy { Skipped = skipped, Handoffs = repeated });
            Check(clock, ListOf(turn => zone.ToUtc(LocalOf(turn).Ticks, repeated, skipped), 0));
        }

        DateTime LocalOf(int turn) => unit switch
        {
            TurnUnit.Daily => origin.AddDays(turn * 2),
            TurnUnit.Weekly => origin.AddDays(turn * 14),
            _ => origin.AddMonths(turn * 2),
        };
    }

    [Fact]
    public void HandoffOf_FirstAndLastInstantOfTheCalendar_AreHandoffs()
    {
        var first = Clock(TurnUnit.Daily, 1, new DateTime(2025, 1, 1));
        var last = Clock(TurnUnit.Daily, 1, new DateTime(2025, 1, 1) + TimeOnly.MaxValue.ToTimeSpan());
        var (start, end) = (-new DateOnly(2025, 1, 1).DayNumber, DateOnly.MaxValue.DayNumber - new DateOnly(2025, 1, 1).DayNumber);

        Assert.Equal(
            [long.MinValue, 0, TimeSpan.TicksPerDay],
            [first.HandoffOf(start - 1), first.HandoffOf(start), first.HandoffOf(start + 1)]);
        Assert.Equal(
            [DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks, long.MaxValue],
            [last.HandoffOf(end - 1), last.HandoffOf(end), last.HandoffOf(end + 1)]);
    }

    [Fact]
    public void HandoffOf_FirstAndLastMonthOfTheCalendar_AreHandoffs()
    {
        var clock = Clock(TurnUnit.Monthly, 1, new DateTime(2025, 1, 1));
        const int start = -2024 * 12, end = ((9999 - 2025) * 12) + 11;

        Assert.Equal(
            [long.MinValue, 0, new DateTime(1, 2, 1).Ticks],
            [clock.HandoffOf(start - 1), clock.HandoffOf(start), clock.HandoffOf(start + 1)]);
        Assert.Equal(
            [new DateTime(9999, 11, 1).Ticks, new DateTime(9999, 12, 1).Ticks, long.MaxValue],
            [clock.HandoffOf(end - 1), clock.HandoffOf(end), clock.HandoffOf(end + 1)]);
    }

    [Theory]
    [InlineData(TurnUnit.Hourly, 1)]
    [InlineData(TurnUnit.Weekly, 1)]
    [InlineData(TurnUnit.Weekly, 500_000)]
    [InlineData(TurnUnit.Weekly, int.MaxValue)]
    [InlineData(TurnUnit.Monthly, 1)]
    [InlineData(TurnUnit.Monthly, int.MaxValue)]
    public void HandoffOf_TurnsFarOutsideOfTheCalendar_LieBeforeOrAfterIt(TurnUnit unit, int length)
    {
        foreach (var origin in new[] { DateTime.MinValue, new DateTime(2025, 1, 1), DateTime.MaxValue.Date })
        {
            var clock = Clock(unit, length, origin);
            Assert.All(
                [1_000_000_000L, 1_000_000_000_000_000L],
                far => Assert.Equal(
                    (long.MinValue, origin.Ticks, long.MaxValue),
                    (clock.HandoffOf(-far), clock.HandoffOf(0), clock.HandoffOf(far))));
            if (length == int.MaxValue)
                Assert.Equal((long.MinValue, long.MaxValue), (clock.HandoffOf(-1), clock.HandoffOf(1)));
        }
    }

    // The turns around one of them, with handoffs of which none is later than the next: the earliest of its own and of all that follow.
    private static List<(long Turn, long Handoff)> ListOf(Func<int, long> handoffOf, int middle)
    {
        var list = Enumerable.Range(middle - Around, 2 * Around).Select(turn => ((long)turn, handoffOf(turn))).ToList();
        for (var i = list.Count - 2; i >= 0; i--)
            list[i] = (list[i].Item1, Math.Min(list[i].Item2, list[i + 1].Item2));
        return list;
    }

    private static void Check(TurnClock clock, List<(long Turn, long Handoff)> list)
    {
        // The list knows nothing of what follows its last turns.
        var known = list.SkipLast(30).ToList();
        Assert.Equal(known.Select(t => t.Handoff), known.Select(t => clock.HandoffOf(t.Turn)));
        foreach (var at in known.Skip(1).SkipLast(1).SelectMany(t => new[] { t.Handoff - 1, t.Handoff, t.Handoff + 1 }))
        {
            var index = list.FindLastIndex(t => t.Handoff <= at);
            Assert.Equal(
                (list[index].Turn, list[index].Handoff, list[index + 1].Handoff),
                (clock.TurnAt(at, out var from, out var until), from, until));
        }
    }

    private static IEnumerable<(SkippedTime Skipped, RepeatedTime Repeated)> Policies() =>
        from skipped in Enum.GetValues<SkippedTime>() from repeated in Enum.GetValues<RepeatedTime>() select (skipped, repeated);

    private static TurnClock Clock(TurnUnit unit, int length, DateTime origin, ZoneClock? zone = null, LocalTimePolicy? policy = null) =>
        new(
            new TurnGrid
            {
                Unit = unit,
                Length = length,
                StartDate = DateOnly.FromDateTime(origin),
                StartTime = TimeOnly.FromDateTime(origin),
            },
            zone ?? ZoneClock.Of(TimeZoneInfo.Utc),
            policy ?? LocalTimePolicy.Default);
}
