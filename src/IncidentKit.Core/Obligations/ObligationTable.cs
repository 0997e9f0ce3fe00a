namespace IncidentKit;

/// <summary>The obligation table of the process. Its words are for readers; the times come from the level and the policy.</summary>
internal static class ObligationTable
{
    private const string LowLevels = "SEV-3, SEV-4";
    private const string NoCustomers = "SEV-3, SEV-4, no customer affected";
    private const string NoPostMortem = "incidents that want no post-mortem";

    public static IReadOnlyList<ObligationDefinition> All { get; } =
    [
        new(
            ObligationNames.Acknowledge,
            "T0",
            "5 minutes / 30 minutes / 4 business hours / end of the next business day",
            "the first acknowledgement",
            "–",
            r => r.Acknowledge()),
        new(ObligationNames.AssignCommander, "acknowledgement", "2 minutes", "a commander", "SEV-4", r => r.SinceAcknowledgement(
            ObligationNames.AssignCommander,
            c => c.Level.Staffing != Staffing.Nobody ? c.Level.StaffWithin : null,
            Meeting.By(r.Facts.Commanded))),
        new(
            ObligationNames.StaffRoles,
            "acknowledgement",
            "2 minutes",
            "three different people in the three roles",
            LowLevels,
            r => r.SinceAcknowledgement(
                ObligationNames.StaffRoles,
                c => c.Level.Staffing == Staffing.ThreePeople && !c.IsProvisional ? c.Level.StaffWithin : null,
                Meeting.ByThreePeople(r.Facts))),
        new(
            ObligationNames.SetLevel,
            "T0",
            "later of T0 + 5 minutes and acknowledgement + 2",
            "the first level",
            LowLevels,
            r => r.SinceDetection(
                ObligationNames.SetLevel, c => c.Level.StandUpWithin, Meeting.By(r.Facts.LevelSet))),
        new(
            ObligationNames.OpenChannel,
            "T0",
            "later of T0 + 5 minutes and acknowledgement + 2",
            "the channel of record",
            LowLevels,
            r => r.SinceDetection(
                ObligationNames.OpenChannel, c => c.Level.StandUpWithin, Meeting.By(r.Facts.ChannelOpened))),
        new(
            ObligationNames.Mitigate,
            "T0, and each recurrence",
            "later of T0 + 30 minutes and acknowledgement + 25; recurrence + 30 minutes",
            "mitigated, recovered, or escalated",
            LowLevels,
            r =>
            [
                .. r.SinceDetection(
                    ObligationNames.Mitigate,
                    c => c.Level.MitigateWithin,
                    Meeting.ByMitigation(r.Facts, r.IsRetrospective)),
                .. r.SinceEachRecurrence(
                    ObligationNames.Mitigate,
                    c => c.Level.MitigateWithin?.FromDetection,
                    since => Meeting.ByMitigation(r.Facts, since, r.IsRetrospective)),
            ]),
        new(
            ObligationNames.FirstPublicUpdate,
            "acknowledgement, and each recurrence",
            "10 minutes",
            "the first public update; for a recurrence, from then on",
            NoCustomers,
            r =>
            [
                .. r.SinceAcknowledgement(
                    ObligationNames.FirstPublicUpdate,
                    c => c.CustomersAffected ? c.Level.FirstPublicUpdateWithin : null,
                    Meeting.By(r.Facts.PublicUpdates)),
                .. r.SinceEachRecurrence(
                    ObligationNames.FirstPublicUpdate,
                    c => c.CustomersAffected ? c.Level.FirstPublicUpdateWithin : null,
                    _ => Meeting.By(r.Facts.PublicUpdates)),
            ]),
        new(
            ObligationNames.PublicUpdate,
            "each public update before resolution",
            "its promise, else 30 minutes",
            "the next public update, at or before resolution",
            NoCustomers,
            r => r.Cadence(
                ObligationNames.PublicUpdate, c => c.CustomersAffected ? c.Level.UpdateEvery : null,
                r.Facts.PublicUpdates, u => u.Audience == UpdateAudience.Public, fromAcknowledgement: false)),
        new(
            ObligationNames.InternalUpdate,
            "acknowledgement, then each update of either audience before resolution",
            "its promise, else 30 minutes",
            "the next update of either audience",
            LowLevels,
            r => r.Cadence(
                ObligationNames.InternalUpdate, c => c.Level.UpdateEvery, r.Facts.AnyUpdates, _ => true, fromAcknowledgement: true)),
        new(ObligationNames.FixPostMortem, "the last resolution", "48 hours", "date and time fixed", NoPostMortem, r => r.SinceResolution(
            ObligationNames.FixPostMortem, at => at.Plus(r.Policy.PostMortemWithin), r.Facts.PostMortemFixed)),
        new(
            ObligationNames.HoldPostMortem,
            "the last resolution",
            "48 hours; on a day off, the end of the next business day",
            "held",
            NoPostMortem,
            r => r.SinceResolution(
                ObligationNames.HoldPostMortem, at => r.OnBusinessDay(at.Plus(r.Policy.PostMortemWithin)), r.Facts.PostMortemHeld)),
        new(
            ObligationNames.PublishPostMortem,
            "the last resolution",
            "end of the fifth business day",
            "published",
            NoPostMortem,
            r => r.SinceResolution(
                ObligationNames.PublishPostMortem,
                at => r.Policy.Calendar.EndOfBusinessDayAfter(at, r.Policy.PublishOnBusinessDay),
                r.Facts.PostMortemPublished)),
    ];
}
