namespace IncidentKit.Rotation.Tests.Sites;

/// <summary>Sites as teams have them, through a year.</summary>
[Process("P46")]
public sealed class FollowTheSunTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2027, 1, 1);

    private static readonly Site Tokyo = Working("Tokyo", "Asia/Tokyo", 9, 17);
    private static readonly Site Dubai = Working("Dubai", "Asia/Dubai", 12, 20);
    private static readonly Site Phoenix = Working("Phoenix", "America/Phoenix", 9, 17);
    private static readonly Site Mumbai = Working("Mumbai", "Asia/Kolkata", 8, 20);
    private static readonly Site Austin = Working("Austin", "America/Chicago", 8, 20);

    [Fact]
    public void Prove_ThreeSitesWithoutDaylightSavingThatAbut_IsProved()
    {
        var report = FollowTheSun.Prove([Tokyo, Dubai, Phoenix], From, To);

        Assert.True(report.IsProved);
        Assert.Equal(3 * 365, report.IntervalCount);
        Assert.Empty(report.ClockChanges);
        Assert.Equal(TimeSpan.Zero, report.Uncovered);
    }

    [Fact]
    public void Prove_HandoffAMinuteLate_FindsThatMinuteOfEachDay()
    {
        var report = FollowTheSun.Prove([Tokyo, Dubai.OnDuty(new TimeOnly(12, 1), new TimeOnly(20, 0)), Phoenix], From, To);

        Assert.Equal(365, report.Gaps.Count);
        Assert.Equal(new Interval(At("2026-01-01T08:00Z"), At("2026-01-01T08:01Z")), report.Gaps[0].Time);
        Assert.All(report.Gaps, g => Assert.Equal(("Tokyo", "Dubai", TimeSpan.FromMinutes(1)), (g.Before, g.After, g.Time.Duration)));
        Assert.Equal("Tokyo 17:00 to 17:01, Dubai 12:00 to 12:01", Assert.Single(report.GapPatterns).Hours);
        Assert.Empty(report.OutsideHours);
    }

    [Fact]
    public void Prove_HandoffAMinuteEarly_FindsThatMinuteOutsideWorkingHours()
    {
        var report = FollowTheSun.Prove([Tokyo, Dubai.OnDuty(new TimeOnly(11, 59), new TimeOnly(20, 0)), Phoenix], From, To);

        Assert.False(report.IsProved);
        Assert.Empty(report.Gaps);
        Assert.Equal(365, report.OutsideHours.Count);
        Assert.Equal("Dubai 11:59 to 12:00", Assert.Single(report.OutsidePatterns).Hours);
        Assert.Equal(At("2026-01-01T11:59+04:00"), report.OutsideHours[0].Local.Start);
    }

    [Theory]
    [InlineData(TimeSpan.TicksPerSecond)]
    [InlineData(1)]
    public void Prove_PlantedGap_IsFoundToTheTick(long ticks)
    {
        var planted = new Interval(At("2026-06-17T10:20:30Z"), At("2026-06-17T10:20:30Z").AddTicks(ticks));
        var schedule = new OnCallScheduleBuilder("dubai", "Asia/Dubai")
            .AddLayer("day", layer => layer.People(new Responder("alice")).During(new TimeOnly(12, 0), new TimeOnly(20, 0)))
            .AddOverrides(new RemoveOverride { Person = new Responder("alice"), Time = planted })
            .Build();
        var report = FollowTheSun.Prove([Tokyo, With(Dubai, schedule), Phoenix], From, To);

        Assert.Equal(planted, Assert.Single(report.Gaps).Time);
        Assert.Equal("Dubai", report.Gaps[0].Before);
    }

    [Fact]
    public void Prove_ScheduleOfASite_NamesThePersonOutsideWorkingHours()
    {
        var (alice, bob) = (new Responder("alice"), new Responder("bob"));
        var late = new Interval(At("2026-06-17T15:00Z"), At("2026-06-17T17:00Z"));
        var schedule = new OnCallScheduleBuilder("dubai", "Asia/Dubai")
            .AddLayer("day", layer => layer.People(alice).During(new TimeOnly(12, 0), new TimeOnly(20, 0)))
            .AddOverrides(new AddOverride { Person = bob, Time = late })
            .Build();
        var outside = Assert.Single(FollowTheSun.Prove([Tokyo, With(Dubai, schedule), Phoenix], From, To).OutsideHours);

        Assert.Equal((bob, "Dubai"), (outside.Person, outside.Site));
        Assert.Equal(new Interval(At("2026-06-17T16:00Z"), late.End), outside.Time);
        Assert.Equal((At("2026-06-17T20:00+04:00"), TimeSpan.FromHours(4)), (outside.Local.Start, outside.Local.Start.Offset));
    }

    [Fact]
    public void Prove_TwoSitesThatCannotCoverTheDay_AreRefusedWithTheMissingHours()
    {
        var report = FollowTheSun.Prove([Mumbai, Austin], from: From, to: To);

        // Mumbai works from 02:30 to 14:30 UTC, Austin until 02:00 in winter and until 01:00 in summer.
        Assert.Equal(
            [("Austin 20:00 to 20:30, Mumbai 07:30 to 08:00", 127), ("Austin 20:00 to 21:30, Mumbai 06:30 to 08:00", 238)],
            report.GapPatterns.Select(p => (p.Hours, p.Count)));
        Assert.Equal((127 * 0.5) + (238 * 1.5), report.Uncovered.TotalHours);
        Assert.Equal([At("2026-03-08T08:00Z"), At("2026-11-01T07:00Z")], report.ClockChanges.Select(c => c.At));
        Assert.All(report.ClockChanges, c => Assert.Equal(("Austin", 2), (c.Name, c.Counterexamples)));
        Assert.Contains("nobody: Austin 20:00 to 21:30, Mumbai 06:30 to 08:00: 238 times", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_HandoffThatHoldsInWinterOnly_BreaksAtTheClockChange()
    {
        // Lisbon hands over at 16:00 its time to Phoenix, which has no summer time and begins at 09:00: 16:00 UTC all year.
        var lisbon = Working("Lisbon", "Europe/Lisbon", 8, 16);
        var report = FollowTheSun.Prove([Tokyo, lisbon, Phoenix], From, To);

        Assert.Equal(At("2026-03-29T15:00Z"), report.Gaps[0].Time.Start);
        Assert.Equal(At("2026-10-24T16:00Z"), report.Gaps[^1].Time.End);
        Assert.All(report.Gaps, g => Assert.Equal(TimeSpan.FromHours(1), g.Time.Duration));
        Assert.True(FollowTheSun.Prove(
            [Tokyo, lisbon.OnDuty(new TimeOnly(8, 0), new TimeOnly(16, 0), "UTC"), Phoenix],
            From,
            new DateOnly(2026, 3, 29)).IsProved);
        Assert.Equal(
            ["Lisbon 16:00 to 17:00"],
            FollowTheSun.Prove([Tokyo, lisbon.OnDuty(new TimeOnly(8, 0), new TimeOnly(16, 0), "UTC"), Phoenix], From, To)
                .OutsidePatterns.Select(p => p.Hours));
    }

    [Fact]
    public void Prove_HolidayOrEverybodyAway_LeavesAGap()
    {
        var alice = new Responder("alice");
        var away = new Interval(At("2026-06-17T09:00Z"), At("2026-06-17T10:00Z"));
        var holiday = new Site
        {
            Name = "Dubai",
            TimeZone = "Asia/Dubai",
            WorkingHours = Dubai.WorkingHours,
            Holidays = [new DateOnly(2026, 12, 2)],
        };
        var staffed = new Site
        {
            Name = "Dubai",
            TimeZone = "Asia/Dubai",
            WorkingHours = Dubai.WorkingHours,
            People = [alice],
            TimeOff = [new TimeOff { Person = alice, Time = away }],
        };

        Assert.Equal(
            [new Interval(At("2026-12-02T08:00Z"), At("2026-12-02T16:00Z"))],
            FollowTheSun.Prove([Tokyo, holiday, Phoenix], From, To).Gaps.Select(g => g.Time));
        Assert.Equal([away], FollowTheSun.Prove([Tokyo, staffed, Phoenix], From, To).Gaps.Select(g => g.Time));
    }

    [Fact]
    public void Prove_DutyOnAHoliday_IsOutsideWorkingHours()
    {
        var holiday = new Site
        {
            Name = "Dubai",
            TimeZone = "Asia/Dubai",
            WorkingHours = Dubai.WorkingHours,
            Duty = Dubai.WorkingHours,
            Holidays = [new DateOnly(2026, 12, 2)],
        };
        var report = FollowTheSun.Prove([Tokyo, holiday, Phoenix], From, To);

        Assert.Equal(new Interval(At("2026-12-02T08:00Z"), At("2026-12-02T16:00Z")), Assert.Single(report.OutsideHours).Time);
    }

    [Fact]
    public void Prove_Weekdays_LeavesTheWeekendsWithTheirNeighbours()
    {
        DayOfWeek[] week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        var report = FollowTheSun.Prove(
            [Site.Working("London", "Europe/London", default, default, week)],
            new DateOnly(2026, 1, 5),
            new DateOnly(2026, 1, 19));

        Assert.Equal("London Saturday 00:00 to Monday 00:00", Assert.Single(report.GapPatterns).Hours);
        Assert.Equal(2, report.Gaps.Count);
    }

    [Fact]
    public void Prove_GapAtTheEdgesOfThePeriod_NamesNeighboursOfTheWeekAround()
    {
        Site[] sites =
        [
            Site.Working("Monday", "UTC", new TimeOnly(9, 0), new TimeOnly(17, 0), DayOfWeek.Monday),
            Site.Working("Thursday", "UTC", new TimeOnly(9, 0), new TimeOnly(17, 0), DayOfWeek.Thursday),
        ];

        Assert.Equal(("Thursday", "Monday"), Neighbours(new DateOnly(2026, 1, 4)));
        Assert.Equal(("Monday", "Thursday"), Neighbours(new DateOnly(2026, 1, 7)));
        Assert.Equal(
            "Monday",
            Assert.Single(FollowTheSun.Prove(sites[..1], new DateOnly(2026, 1, 10), new DateOnly(2026, 1, 11)).Gaps).Before);

        (string?, string?) Neighbours(DateOnly day) =>
            Assert.Single(FollowTheSun.Prove(sites, day, day.AddDays(1)).Gaps) is var gap ? (gap.Before, gap.After) : default;
    }

    [Fact]
    public void Prove_AtBothEndsOfTheCalendar_StaysWithinIt()
    {
        var first = FollowTheSun.Prove([Tokyo, Dubai, Phoenix], DateOnly.MinValue, DateOnly.MinValue.AddDays(3));
        var last = FollowTheSun.Prove([Tokyo, Dubai, Phoenix], DateOnly.MaxValue.AddDays(-3), DateOnly.MaxValue);

        Assert.NotNull(first.ToString());
        Assert.True(last.IsProved);
    }

    private static Site Working(string name, string zone, int from, int to) =>
        Site.Working(name, zone, new TimeOnly(from, 0), new TimeOnly(to, 0));

    private static Site With(Site site, OnCallSchedule schedule) =>
        new() { Name = site.Name, TimeZone = site.TimeZone, WorkingHours = site.WorkingHours, Schedule = schedule };

    private static DateTimeOffset At(string text) => Iso8601.TryParse(text, out var at) ? at : throw new ArgumentException(text);
}
