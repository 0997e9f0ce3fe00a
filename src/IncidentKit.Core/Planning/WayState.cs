namespace IncidentKit;

/// <summary>What the rules of the library look at: two states that agree in it lead to the same ways.</summary>
internal readonly record struct WayState(
    IncidentPhase Phase,
    int? Level,
    RoleHolders Roles,
    int Responders,
    bool IsAcknowledged,
    bool HasChannel,
    MitigatedBy? MitigatedBy,
    (bool IsResolved, bool IsWatchEnded, bool IsPublished, bool HasCause, bool IsRestricted) Done,
    When Detected,
    (int Items, int Incomplete, int Alerts, int Standing, int Running) Open,
    (bool Recurred, int Waived) Since,
    (bool? CustomersAffected, bool? DataLost) Impact,
    (PublicStatus? Page, bool Updated, bool Fixed, bool Held) Told,
    DateTimeOffset Now,
    IncidentCommand Target,
    int GivenByHosts)
{
    public static WayState Of(Incident incident, IncidentCommand target, DateTimeOffset now) =>
        Of(incident, target, now, ToldIn(incident), 0);

    /// <summary>How many steps on the way changed nothing here: a host's rule may look at more, such as notes.</summary>
    public int Idle { get; private init; }

    /// <summary>
    /// The state after a step; what follows from the times of facts is read again only where the step may have changed it.
    /// </summary>
    public WayState After(FilledOffer step, Incident incident, IncidentCommand target, DateTimeOffset now)
    {
        var told = step.Given is PostUpdate or TakeOverDuplicate or CorrectTime or Redact or FixPostMortem or HoldPostMortem
            ? ToldIn(incident)
            : Told;
        var next = Of(incident, target, now, told, GivenByHosts) with { Idle = Idle };
        // In whatever order: what a host's rule offered twice was given twice.
        return next == this && step is { IsOfHost: true, Given: { } given }
            ? next with { GivenByHosts = unchecked(GivenByHosts + given.GetHashCode()), Idle = Idle + 1 }
            : next;
    }

    private static WayState Of(
        Incident i,
        IncidentCommand target,
        DateTimeOffset now,
        (PublicStatus?, bool, bool, bool) told,
        int givenByHosts) => new(
        i.Phase,
        i.Level,
        i.Roles,
        // Whether others are present: with two people there always are.
        Math.Min(i.Responders.Count, 2),
        i.IsAcknowledged,
        i.Channel is not null,
        i.MitigatedBy,
        (i.IsResolved, i.IsWatchEnded, i.IsPostMortemPublished, i.Cause is not null, i.IsRestricted),
        i.Detected,
        (i.ActionItems.Count, Count(i.ActionItems, item => !item.IsComplete), i.TemporaryAlerts.Count, Count(
            i.TemporaryAlerts, alert => !alert.IsTakenDown), Count(i.Attempts, attempt => attempt.Outcome is null)),
        (i.Recurrences > 0, i.WaivedDemands.Aggregate(0, (all, id) => all ^ id.GetHashCode(StringComparison.Ordinal))),
        (i.CustomersAffected, i.DataLost),
        told,
        now,
        target,
        givenByHosts);

    private static (PublicStatus?, bool, bool, bool) ToldIn(Incident i) =>
        (i.PublicStatus, !i.Facts.AnyUpdates.IsEmpty, !i.Facts.PostMortemFixed.IsEmpty, !i.Facts.PostMortemHeld.IsEmpty);

    private static int Count<T>(IReadOnlyList<T> items, Func<T, bool> counts) => items.Count == 0 ? 0 : items.Count(counts);
}
