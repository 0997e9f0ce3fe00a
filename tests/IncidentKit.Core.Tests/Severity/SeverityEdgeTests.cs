namespace IncidentKit.Tests.Severity;

/// <summary>
/// The edges of levels, targets and impact facts: limits that are met exactly, facts that come in any order,
/// and what no caller may give.
/// </summary>
[Process("P03")]
[Process("P01")]
public sealed class SeverityEdgeTests
{
    private static readonly ImpactFacts Known = new()
    {
        DataLost = false,
        DataExposed = false,
        CustomersAffected = true,
        Function = ImpactFunction.Major,
        State = ImpactState.Failing,
        Reach = ImpactReach.Many,
    };
    private static readonly ImpactFacts Later = new()
    {
        DataLost = true,
        DataExposed = true,
        CustomersAffected = false,
        Function = ImpactFunction.Critical,
        State = ImpactState.Degraded,
        Reach = ImpactReach.Most,
    };

    [Fact]
    public void Then_WhatIsKnownLater_TakesThePlaceOfWhatWasKnown()
    {
        Assert.Equal(Later, Known.Then(Later));
        Assert.Equal(Known, Known.Then(ImpactFacts.Unknown));
        Assert.Equal(Later, ImpactFacts.Unknown.Then(Later));
    }

    [Theory]
    [InlineData(0.5, 0, 1, ImpactReach.Many)]
    [InlineData(1, 1, 1, ImpactReach.Most)]
    [InlineData(0.3, 0.3, 0.3, ImpactReach.Most)]
    [InlineData(0, 0, 0.1, ImpactReach.Many)]
    public void ReachOf_LimitsOfTheTeam_MayTouchEachOtherAndTheEnds(double share, double manyFrom, double mostFrom, ImpactReach expected) =>
        Assert.Equal(expected, ImpactFacts.ReachOf(share, manyFrom, mostFrom));

    [Theory]
    [InlineData(1.01, 0.1, 0.5)]
    [InlineData(0.2, -0.1, 0.5)]
    [InlineData(0.2, 1.1, 1.2)]
    [InlineData(0.2, 0.5, 0.4)]
    [InlineData(0.2, 0.5, 1.1)]
    [InlineData(double.NaN, 0.1, 0.5)]
    public void ReachOf_OutOfItsRange_Throws(double share, double manyFrom, double mostFrom) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImpactFacts.ReachOf(share, manyFrom, mostFrom));

    [Theory]
    [InlineData(59, "59 minutes")]
    [InlineData(60, "1 hours")]
    [InlineData(90, "1.5 hours")]
    [InlineData(5, "5 minutes")]
    public void ToString_Target_IsInHoursFromOneHourOn(int minutes, string expected)
    {
        Assert.Equal(expected, ResponseTarget.Within(TimeSpan.FromMinutes(minutes)).ToString());
        Assert.Equal($"{expected} of business time", ResponseTarget.WithinBusinessTime(TimeSpan.FromMinutes(minutes)).ToString());
        Assert.Equal("end of the next business day", ResponseTarget.EndOfNextBusinessDay.ToString());
    }

    [Fact]
    public void What_NoCallerMayGive_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseTarget.Within(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseTarget.WithinBusinessTime(TimeSpan.Zero));
        Assert.Throws<ArgumentNullException>("calendar", () => ResponseTarget.EndOfNextBusinessDay.DueFrom(default, null!));
        Assert.Throws<ArgumentNullException>("rows", () => new SeverityClassifier(null!));
        Assert.Throws<ArgumentException>("id", () => new Responder(" "));
        Assert.Throws<ArgumentException>("name", () => new SystemActor(" "));
    }

    [Fact]
    [Process("P11")]
    public void RoleHolders_WhoHoldsWhat_IsReadOffEachRole()
    {
        var (alice, bob, carol) = (new Responder("alice"), new Responder("bob"), new Responder("carol"));
        var (nobody, alone) = (default(RoleHolders), new RoleHolders { Commander = alice });
        var three = new RoleHolders { Commander = alice, GivenTechnicalLead = bob, GivenCommunicationsLead = carol };

        Assert.False(nobody.AreUnderstaffed(Staffing.ThreePeople));
        Assert.True(alone.AreUnderstaffed(Staffing.ThreePeople));
        Assert.False(alone.AreUnderstaffed(Staffing.Commander));
        Assert.False(three.AreUnderstaffed(Staffing.ThreePeople));
        Assert.Equal(
            (IncidentRole.TechnicalLead, IncidentRole.CommunicationsLead, null),
            (three.GivenTo(bob), three.GivenTo(carol), three.GivenTo(alice)));
    }

    [Fact]
    [Process("P16")]
    public void DueFrom_TwoClocks_IsTheLaterOne()
    {
        var detected = new DateTimeOffset(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
        var acknowledged = new DateTimeOffset(2025, 11, 18, 14, 25, 0, TimeSpan.Zero);

        Assert.Equal(
            detected.AddMinutes(30),
            new TwoClockDeadline(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(25)).DueFrom(detected, acknowledged));
        Assert.Equal(
            acknowledged.AddMinutes(29),
            new TwoClockDeadline(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(29)).DueFrom(detected, acknowledged));
    }
}
