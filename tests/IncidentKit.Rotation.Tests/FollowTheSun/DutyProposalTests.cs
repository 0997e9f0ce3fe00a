namespace IncidentKit.Rotation.Tests.Sites;

/// <summary>Handoffs that the library proposes.</summary>
[Process("P46")]
public sealed class DutyProposalTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2027, 1, 1);

    [Fact]
    public void Propose_ThreeSitesWithDaylightSaving_HandsOverWithinWorkingHours()
    {
        var proposal = FollowTheSun.Propose(
            [
                Working("Sydney", "Australia/Sydney", 8, 18), Working("Dublin", "Europe/Dublin", 7, 17),
                Working("Austin", "America/Chicago", 8, 18),
            ],
            From,
            To);

        Assert.True(proposal.IsPossible, proposal.Report.ToString());
        Assert.True(FollowTheSun.Prove(proposal.Sites, From, To).IsProved);
        Assert.Equal(6, proposal.Report.ClockChanges.Count);
        Assert.All(proposal.Sites, s => Assert.InRange(Length(s), TimeSpan.FromHours(7), TimeSpan.FromHours(10)));
        Assert.Equal(3, proposal.ToString().Split('\n').Length);
    }

    [Fact]
    public void Propose_MoreThanNeeded_GivesEverybodyAShare()
    {
        var proposal = FollowTheSun.Propose(
            [Working("Tokyo", "Asia/Tokyo", 8, 20), Working("Dubai", "Asia/Dubai", 8, 20), Working("Phoenix", "America/Phoenix", 7, 19)],
            From,
            To);

        Assert.True(proposal.IsPossible);
        Assert.Equal(24, proposal.Sites.Sum(s => Length(s).TotalHours));
        Assert.All(proposal.Sites, s => Assert.InRange(Length(s), TimeSpan.FromHours(7), TimeSpan.FromHours(9)));
    }

    [Fact]
    public void Propose_HoursThatCannotCoverTheDay_SaysWhichAreMissingInBothLocalTimes()
    {
        var proposal = FollowTheSun.Propose(
            [Working("Mumbai", "Asia/Kolkata", 8, 20), Working("Austin", "America/Chicago", 8, 20)],
            From,
            To);

        Assert.False(proposal.IsPossible);
        Assert.Empty(proposal.Sites);
        Assert.Equal(
            ["Austin 20:00 to 20:30, Mumbai 07:30 to 08:00", "Austin 20:00 to 21:30, Mumbai 06:30 to 08:00"],
            proposal.Report.GapPatterns.Select(m => m.Hours));
        Assert.StartsWith("nobody works: Austin 20:00 to 20:30", proposal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_StartThatPassesMidnight_MovesItsWeekdays()
    {
        DayOfWeek[] week =
        [
            DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday,
            DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
        ];
        var nights = Site.Working("Nights", "UTC", new TimeOnly(22, 0), new TimeOnly(10, 0), [.. week.Take(6)]);
        var rest = new Site
        {
            Name = "Rest",
            TimeZone = "UTC",
            WorkingHours =
            [
                new DutyWindow { From = new TimeOnly(1, 0), To = new TimeOnly(23, 59) },
                new DutyWindow { From = new TimeOnly(23, 0), To = new TimeOnly(3, 0) },
                new DutyWindow { From = new TimeOnly(0, 0), To = new TimeOnly(12, 0), Days = [DayOfWeek.Monday] },
            ],
        };
        var proposal = FollowTheSun.Propose([nights, rest], From, To);

        Assert.True(proposal.Report.IsProved);
        var window = Assert.Single(proposal.Sites[0].Duty);
        Assert.True(window.From < new TimeOnly(12, 0), window.From.ToString());
        Assert.Equal(week.Skip(1).Order(), window.Days.Order());
    }

    private static Site Working(string name, string zone, int from, int to) =>
        Site.Working(name, zone, new TimeOnly(from, 0), new TimeOnly(to, 0));

    private static TimeSpan Length(Site site) => Assert.Single(site.Duty) is var window ? window.To - window.From : default;
}
