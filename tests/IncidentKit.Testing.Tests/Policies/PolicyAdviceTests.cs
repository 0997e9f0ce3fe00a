using IncidentKit.Tests;

namespace IncidentKit.Testing.Tests.Policies;

/// <summary>Values that contradict each other are named, both of them, and stop nothing.</summary>
[Process("P01")]
public sealed class PolicyAdviceTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, (string Place, string Words, IncidentPolicy Policy)> Odd = new()
    {
        ["a later response"] = (
            "levels[0].response",
            "answered later",
            Two(Level(1, response: ResponseTarget.Within(Hour)), Level(2, response: ResponseTarget.Within(Ten)))),
        ["business time before elapsed time"] = (
            "levels[0].response",
            "answered later",
            Two(Level(1, response: ResponseTarget.WithinBusinessTime(Hour)), Level(2, response: ResponseTarget.Within(Hour)))),
        ["fewer people"] = (
            "levels[0].staffing",
            "nobody, where P2 has commander",
            Two(Level(1), Level(2, staffing: Staffing.Commander, staffWithin: Ten))),
        ["later people"] = (
            "levels[0].staffWithin",
            "01:00:00, where P2 has 00:10:00",
            Two(Level(1, staffing: Staffing.Commander, staffWithin: Hour), Level(2, staffing: Staffing.Commander, staffWithin: Ten))),
        ["rarer updates"] = ("levels[0].updateEvery", "nothing, where P2 has 00:10:00", Two(Level(1), Level(2, updateEvery: Ten))),
        ["a shorter watch"] =
            ("levels[0].watchFor", "00:10:00, where P2 has 01:00:00", Two(Level(1, watchFor: Ten), Level(2, watchFor: Hour))),
        ["a weaker post-mortem"] =
            ("levels[0].postMortem", "never, where P2 has always", Two(Level(1), Level(2, postMortem: PostMortemDemand.Always))),
        ["weaker paging"] = ("levels[0].paging", "ticket, where P2 has anyHour", Two(Level(1, paging: PagingHours.Ticket), Level(2))),
        ["later mitigation"] = (
            "levels[0].mitigateWithin.fromDetection",
            "asks for less",
            Two(Level(1, mitigate: new(Hour, Ten)), Level(2, mitigate: new(Ten, Ten)))),
        ["roles after mitigation"] = (
            "levels[0].staffWithin",
            "only after it is mitigated",
            Two(Level(1, staffing: Staffing.Commander, staffWithin: Hour, mitigate: new(Hour, Ten)), Level(2))),
        ["channel after mitigation"] = (
            "levels[0].standUpWithin.fromDetection",
            "only after it is mitigated",
            Two(Level(1, standUp: new(Hour, Ten), mitigate: new(Ten, Ten)), Level(2))),
        ["publishing before holding"] = (
            "publishOnBusinessDay",
            "published before it is held",
            new() { Name = "p", PublishOnBusinessDay = 1, PostMortemWithin = TimeSpan.FromDays(4) }),
        ["a longer promise early"] = ("earlyPromise", "latePromise", new() { Name = "p", EarlyPromise = TimeSpan.FromHours(5) }),
    };

    public static TheoryData<string> Cases => [.. Odd.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_ValuesThatContradictEachOther_NamesBothAsAdvice(string odd)
    {
        var (place, words, policy) = Odd[odd];

        var fault = Assert.Single(PolicyLinter.Check(policy));

        Assert.Equal((place, PolicyFindingSeverity.Advice), (fault.Place, fault.Severity));
        Assert.Contains(words, fault.Reason, StringComparison.Ordinal);
        Assert.NotNull(new IncidentLifecycle(policy));
    }

    private static IncidentPolicy Two(SeverityLevel first, SeverityLevel second) => new() { Name = "p", Levels = [first, second] };

    private static SeverityLevel Level(
        int rank, ResponseTarget? response = null, Staffing staffing = Staffing.Nobody,
        TimeSpan? staffWithin = null, TimeSpan? updateEvery = null, TimeSpan? watchFor = null,
        PostMortemDemand postMortem = PostMortemDemand.Never,
        PagingHours paging = PagingHours.AnyHour,
        TwoClockDeadline? mitigate = null,
        TwoClockDeadline? standUp = null) =>
        new()
        {
            Rank = rank, Name = $"P{rank}", Title = "", Impact = "", Response = response ?? ResponseTarget.Within(Ten),
            Staffing = staffing, StaffWithin = staffWithin, UpdateEvery = updateEvery,
            WatchFor = watchFor, PostMortem = postMortem, Paging = paging, MitigateWithin = mitigate, StandUpWithin = standUp,
        };
}
