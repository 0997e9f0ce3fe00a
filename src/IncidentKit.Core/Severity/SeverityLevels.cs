namespace IncidentKit;

/// <summary>The four levels of the default process (P01).</summary>
/// <remarks>Thread-safe.</remarks>
public static class SeverityLevels
{
    private static readonly TwoClockDeadline StandUp = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2));
    private static readonly TwoClockDeadline Mitigate = new(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(25));

    /// <summary>SEV-1 to SEV-4, the most severe first.</summary>
    public static IReadOnlyList<SeverityLevel> Default { get; } =
    [
        new()
        {
            Rank = 1,
            Name = "SEV-1",
            Title = "Critical",
            Impact = "total outage or data loss",
            Examples = ["site down", "payments broken", "data breach"],
            Response = ResponseTarget.Within(TimeSpan.FromMinutes(5)),
            Audience = ["on-call", "engineering lead", "VP Engineering"],
            Paging = PagingHours.AnyHour,
            Staffing = Staffing.ThreePeople,
            StaffWithin = TimeSpan.FromMinutes(2),
            StandUpWithin = StandUp,
            MitigateWithin = Mitigate,
            FirstPublicUpdateWithin = TimeSpan.FromMinutes(10),
            UpdateEvery = TimeSpan.FromMinutes(30),
            PostMortem = PostMortemDemand.Always,
            WatchFor = TimeSpan.FromHours(24),
        },
        new()
        {
            Rank = 2,
            Name = "SEV-2",
            Title = "Major",
            Impact = "a major feature broken, degraded for many users",
            Examples = ["search down", "30% of logins failing", "API errors spiking"],
            Response = ResponseTarget.Within(TimeSpan.FromMinutes(30)),
            Audience = ["on-call", "team lead"],
            Paging = PagingHours.AnyHour,
            Staffing = Staffing.ThreePeople,
            StaffWithin = TimeSpan.FromMinutes(2),
            StandUpWithin = StandUp,
            MitigateWithin = Mitigate,
            FirstPublicUpdateWithin = TimeSpan.FromMinutes(10),
            UpdateEvery = TimeSpan.FromMinutes(30),
            PostMortem = PostMortemDemand.Always,
            WatchFor = TimeSpan.FromHours(24),
        },
        new()
        {
            Rank = 3,
            Name = "SEV-3",
            Title = "Minor",
            Impact = "a feature degraded for some users",
            Examples = ["one region slow", "email notifications late", "minor UI bug"],
            Response = ResponseTarget.WithinBusinessTime(TimeSpan.FromHours(4)),
            Audience = ["on-call"],
            Paging = PagingHours.BusinessHours,
            Staffing = Staffing.Commander,
            StaffWithin = TimeSpan.FromMinutes(2),
            PostMortem = PostMortemDemand.IfDataLostOrRecurred,
            WatchFor = TimeSpan.FromHours(4),
        },
        new()
        {
            Rank = 4,
            Name = "SEV-4",
            Title = "Low",
            Impact = "cosmetic, or no customer sees it",
            Examples = ["internal tool broken", "monitoring noise", "non-critical cron job failed"],
            Response = ResponseTarget.EndOfNextBusinessDay,
            Paging = PagingHours.Ticket,
            Staffing = Staffing.Nobody,
            PostMortem = PostMortemDemand.Never,
        },
    ];
}
