namespace IncidentKit.Testing.Tests.Obligations;

/// <summary>
/// Each built-in obligation, written again as a host would. This project sees only what is public, so it compiles only while the
/// public API can say all of them.
/// </summary>
internal static class TwinObligations
{
    public const string Prefix = "acme.";

    private static readonly ObligationDeadline StandUp = ObligationDeadline.LaterOf("the later of two", t => t.Level.StandUpWithin);
    private static readonly ObligationDeadline Cadence = ObligationDeadline.Within("as promised", t => t.Level.UpdateEvery);

    public static IReadOnlyList<ObligationDefinition> All { get; } =
    [
        new(
            Prefix + ObligationNames.Acknowledge,
            ObligationTrigger.Detection,
            ObligationDeadline.Computed("the level's", (from, terms, policy) => terms.Level.Response.DueFrom(from, policy.Calendar)))
        {
            FulfilledBy = FulfillmentCondition.Acknowledgement,
            IsWaiverFinal = true,
        },
        new(
            Prefix + ObligationNames.AssignCommander,
            ObligationTrigger.Acknowledgement,
            ObligationDeadline.Within("2 minutes", t => t.Level.Staffing == Staffing.Nobody ? null : t.Level.StaffWithin))
        {
            FulfilledBy = FulfillmentCondition.Commander,
        },
        new(
            Prefix + ObligationNames.StaffRoles,
            ObligationTrigger.Acknowledgement,
            ObligationDeadline.Within("2 minutes", t => t.Level.StaffWithin))
        {
            FulfilledBy = FulfillmentCondition.ThreePeople,
            When = t => t.Level.Staffing == Staffing.ThreePeople && !t.IsProvisional,
        },
        new(Prefix + ObligationNames.SetLevel, ObligationTrigger.Detection, StandUp) { FulfilledBy = FulfillmentCondition.LevelSet },
        new(Prefix + ObligationNames.OpenChannel, ObligationTrigger.Detection, StandUp)
        {
            FulfilledBy = FulfillmentCondition.ChannelOpened,
        },
        new(
            Prefix + ObligationNames.Mitigate,
            ObligationTrigger.AnyOf(ObligationTrigger.Detection, ObligationTrigger.EachRecurrence),
            ObligationDeadline.LaterOf("the later of two", t => t.Level.MitigateWithin))
        {
            FulfilledBy = FulfillmentCondition.Mitigation,
        },
        new(
            Prefix + ObligationNames.FirstPublicUpdate,
            ObligationTrigger.AnyOf(ObligationTrigger.Acknowledgement, ObligationTrigger.EachRecurrence),
            ObligationDeadline.Within("10 minutes", t => t.Level.FirstPublicUpdateWithin))
        {
            FulfilledBy = FulfillmentCondition.PublicUpdate,
            When = t => t.CustomersAffected,
            IsOwedToPublic = true,
        },
        new(Prefix + ObligationNames.PublicUpdate, ObligationTrigger.EachPublicUpdate, Cadence)
        {
            FulfilledBy = FulfillmentCondition.NextPublicUpdate,
            When = t => t.CustomersAffected,
            UntilResolution = true,
            IsOwedToPublic = true,
        },
        new(
            Prefix + ObligationNames.InternalUpdate,
            ObligationTrigger.AnyOf(ObligationTrigger.Acknowledgement, ObligationTrigger.EachUpdate),
            Cadence)
        {
            FulfilledBy = FulfillmentCondition.NextUpdate,
            UntilResolution = true,
        },
        new(
            Prefix + ObligationNames.FixPostMortem,
            ObligationTrigger.LastResolution,
            ObligationDeadline.Within(TimeSpan.FromHours(48)))
        {
            FulfilledBy = FulfillmentCondition.PostMortemScheduled,
            When = t => t.WantsPostMortem,
        },
        new(
            Prefix + ObligationNames.HoldPostMortem,
            ObligationTrigger.LastResolution,
            ObligationDeadline.Computed(
                "48 hours, on a business day", (from, _, policy) => policy.Calendar.MoveToBusinessDay(from + policy.PostMortemWithin)))
        {
            FulfilledBy = FulfillmentCondition.PostMortemHeld,
            When = t => t.WantsPostMortem,
        },
        new(Prefix + ObligationNames.PublishPostMortem, ObligationTrigger.LastResolution, ObligationDeadline.EndOfBusinessDay(5))
        {
            FulfilledBy = FulfillmentCondition.PostMortemPublished,
            When = t => t.WantsPostMortem,
        },
    ];
}
