namespace IncidentKit.Rotation.Tests.Sites;

/// <summary>Sites and periods that make no sense: every fault is named at once, with its place and remedy.</summary>
[Process("P46")]
public sealed class SiteCheckTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2027, 1, 1);
    private static readonly Site Good = Site.Working("good", "UTC", default, default);
    private static readonly OnCallSchedule Schedule =
        OnCallSchedule.Weekly("s", "UTC", DayOfWeek.Monday, default, From, [new Responder("alice")]);

    [Fact]
    public void Prove_ManyFaults_NamesAllAtOnce()
    {
        var alice = new Responder("alice");
        Site[] sites =
        [
            Site.Working("", "Mars/Olympus", new TimeOnly(17, 0), new TimeOnly(9, 0)),
            null!,
            new Site { Name = "a", TimeZone = "UTC", WorkingHours = [], Duty = [null!], DutyTimeZone = "Mars/Olympus" },
            new Site
            {
                Name = "a",
                TimeZone = "UTC",
                WorkingHours = [new DutyWindow { From = default, To = default, MonthDays = [32] }],
                DutyTimeZone = "UTC",
                People = [null!],
                TimeOff = [new TimeOff { Person = alice, Time = default }, null!],
            },
            new Site { Name = "b", TimeZone = "UTC", WorkingHours = Good.WorkingHours, Duty = Good.WorkingHours, Schedule = Schedule },
        ];

        Assert.Equal(
            [
                "to", "sites[0].Name", "sites[0].TimeZone", "sites[0].WorkingHours[0]", "sites[1]",
                "sites[2].DutyTimeZone", "sites[2].WorkingHours", "sites[2].Duty[0]",
                "sites[3].Name", "sites[3].DutyTimeZone", "sites[3].WorkingHours[0].monthDays",
                "sites[3].People", "sites[3].TimeOff[0]", "sites[3].TimeOff[1]", "sites[4].Schedule",
            ],
            Places(() => FollowTheSun.Prove(sites, To, From)));
    }

    [Fact]
    public void Prove_NoSites_IsRefused() => Assert.Equal(["sites"], Places(() => FollowTheSun.Prove([], From, To)));

    [Fact]
    public void Prove_TooManySites_IsRefused() =>
        Assert.Equal(["sites"], Places(() =>
            FollowTheSun.Prove([.. Enumerable.Range(0, 51).Select(i => Site.Working($"site {i}", "UTC", default, default))], From, To)));

    [Fact]
    public void Prove_TooManyWindows_IsRefused() =>
        Assert.Equal(
            ["sites[0].Duty"],
            Places(() => FollowTheSun.Prove([Good.OnDuty([.. Enumerable.Repeat(Good.WorkingHours[0], 51)])], From, To)));

    [Theory]
    [InlineData("2026-01-01", "2026-01-01")]
    [InlineData("2026-01-02", "2026-01-01")]
    [InlineData("0001-01-01", "9999-12-31")]
    public void Prove_PeriodInvertedEmptyOrTooLong_IsRefused(string from, string to) =>
        Assert.Equal(["to"], Places(() => FollowTheSun.Prove([Good], Date(from), Date(to))));

    [Fact]
    public void Prove_PeriodAndWindowsTooManyTogether_IsRefused()
    {
        Site[] sites = [.. Enumerable.Range(0, 28).Select(i => Site.Working($"site {i}", "UTC", default, default))];

        Assert.Equal(["to"], Places(() => FollowTheSun.Prove(sites, From, From.AddDays(3660))));
        Assert.True(FollowTheSun.Prove(sites[..27], From, From.AddDays(3660)).IsProved);
    }

    [Fact]
    public void Propose_SiteWithASchedule_IsRefused() =>
        Assert.Equal(
            ["sites[0].Schedule"],
            Places(() => FollowTheSun.Propose(
                [new Site { Name = "a", TimeZone = "UTC", WorkingHours = Good.WorkingHours, Schedule = Schedule }],
                From,
                To)));

    [Fact]
    public void Prove_LongDayToMidnightAndNightOfTwelveHours_AreNotInverted() =>
        Assert.True(FollowTheSun.Prove(
        [
            Site.Working("day", "UTC", new TimeOnly(7, 0), default),
            Site.Working("night", "UTC", new TimeOnly(20, 0), new TimeOnly(8, 0)),
        ], From, To).IsProved);

    [Fact]
    public void Message_OfTheException_SaysPlaceReasonAndRemedy()
    {
        var error = Assert.Throws<FollowTheSunException>(
            () => FollowTheSun.Prove([Site.Working("a", "Mars/Olympus", default, default)], From, To));

        Assert.Equal("sites[0].TimeZone: There is no time zone \"Mars/Olympus\". Give an IANA id, such as Europe/Berlin.", error.Message);
    }

    private static IEnumerable<string> Places(Action action) => Assert.Throws<FollowTheSunException>(action).Faults.Select(f => f.Place);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
