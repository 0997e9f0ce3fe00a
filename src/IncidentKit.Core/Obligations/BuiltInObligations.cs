using static IncidentKit.ObligationDeadline;
using static IncidentKit.ObligationTrigger;

namespace IncidentKit;

/// <summary>The built-in obligations. Their words are for documentation; the times come from the level and the policy.</summary>
internal static class BuiltInObligations
{
    private const string LowLevels = "SEV-3, SEV-4";
    private const string NoCustomers = "SEV-3, SEV-4, no customer affected";
    private const string NoPostMortem = "incidents that want no post-mortem";

    private static readonly ObligationDeadline StandUp =
        LaterOf("later of T0 + 5 minutes and acknowledgement + 2", t => t.Level.StandUpWithin);

    private static readonly ObligationDeadline NextUpdateDue = Within("its promise, else 30 minutes", t => t.Level.UpdateEvery);

    /// <summary>The one that other obligations count from.</summary>
    public static ObligationDefinition Acknowledge { get; } = new(
        ObligationNames.Acknowledge,
        Detection,
        Computed(
            "5 minutes / 30 minutes / 4 business hours / end of the next business day",
            (from, terms, policy) => terms.Level.Response.DueFrom(from, policy.Calendar)))
    {
        FulfilledBy = FulfillmentCondition.Acknowledgement,
        IsWaiverFinal = true,
    };

    /// <summary>All twelve, in the order of the process.</summary>
    public static IReadOnlyList<ObligationDefinition> All { get; } =
    [
        Acknowledge,
        new(ObligationNames.AssignCommander, Acknowledgement, Within("2 minutes", t => t.Level.StaffWithin))
        {
            FulfilledBy = FulfillmentCondition.Commander,
            When = t => t.Level.Staffing != Staffing.Nobody,
            NotRequired = "SEV-4",
        },
        new(ObligationNames.StaffRoles, Acknowledgement, Within("2 minutes", t => t.Level.StaffWithin))
        {
            FulfilledBy = FulfillmentCondition.ThreePeople,
            When = t => t.Level.Staffing == Staffing.ThreePeople && !t.IsProvisional,
            NotRequired = LowLevels,
        },
        new(ObligationNames.SetLevel, Detection, StandUp) { FulfilledBy = FulfillmentCondition.LevelSet, NotRequired = LowLevels },
        new(ObligationNames.OpenChannel, Detection, StandUp) { FulfilledBy = FulfillmentCondition.ChannelOpened, NotRequired = LowLevels },
        new(
            ObligationNames.Mitigate,
            AnyOf(Detection, EachRecurrence),
            LaterOf("later of T0 + 30 minutes and acknowledgement + 25; recurrence + 30 minutes", t => t.Level.MitigateWithin))
        {
            FulfilledBy = FulfillmentCondition.Mitigation,
            NotRequired = LowLevels,
        },
        new(
            ObligationNames.FirstPublicUpdate,
            AnyOf(Acknowledgement, EachRecurrence),
            Within("10 minutes", t => t.Level.FirstPublicUpdateWithin))
        {
            FulfilledBy = FulfillmentCondition.PublicUpdate,
            When = t => t.CustomersAffected,
            NotRequired = NoCustomers,
            IsOwedToPublic = true,
        },
        new(ObligationNames.PublicUpdate, EachPublicUpdate, NextUpdateDue)
        {
            FulfilledBy = FulfillmentCondition.NextPublicUpdate,
            When = t => t.CustomersAffected,
            NotRequired = NoCustomers,
            UntilResolution = true,
            IsOwedToPublic = true,
        },
        new(ObligationNames.InternalUpdate, AnyOf(Acknowledgement, EachUpdate), NextUpdateDue)
        {
            FulfilledBy = FulfillmentCondition.NextUpdate,
            NotRequired = LowLevels,
            UntilResolution = true,
        },
        new(
            ObligationNames.FixPostMortem,
            LastResolution,
            Computed("48 hours", (from, _, policy) => from.Plus(policy.PostMortemWithin)))
        {
            FulfilledBy = FulfillmentCondition.PostMortemScheduled,
            When = t => t.WantsPostMortem,
            NotRequired = NoPostMortem,
        },
        new(
            ObligationNames.HoldPostMortem,
            LastResolution,
            Computed(
                "48 hours; on a day off, the end of the next business day",
                (from, _, policy) => policy.Calendar.MoveToBusinessDay(from.Plus(policy.PostMortemWithin))))
        {
            FulfilledBy = FulfillmentCondition.PostMortemHeld,
            When = t => t.WantsPostMortem,
            NotRequired = NoPostMortem,
        },
        new(
            ObligationNames.PublishPostMortem,
            LastResolution,
            Computed(
                "end of the fifth business day",
                (from, _, policy) => policy.Calendar.EndOfBusinessDayAfter(from, policy.PublishOnBusinessDay)))
        {
            FulfilledBy = FulfillmentCondition.PostMortemPublished,
            When = t => t.WantsPostMortem,
            NotRequired = NoPostMortem,
        },
    ];

    private static readonly HashSet<ObligationDefinition> Known = [.. All];

    public static bool Contains(ObligationDefinition definition) => Known.Contains(definition);
}
