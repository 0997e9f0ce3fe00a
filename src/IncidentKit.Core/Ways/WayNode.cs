namespace IncidentKit;

/// <summary>An offer with the values with which it was tried, and the command that they make.</summary>
internal sealed record FilledOffer(StepOffer Offer, StepValues Values, IncidentCommand? Given, bool IsOfHost);

/// <summary>A state that steps lead to.</summary>
internal sealed class WayNode(Incident incident, IncidentCommand target, DateTimeOffset now, IReadOnlyList<Violation> violations, WayNode? parent, FilledOffer? step)
{
    public Incident Incident { get; } = incident;

    /// <summary>The command that the way leads to, as changed so far.</summary>
    public IncidentCommand Target { get; } = target;

    public DateTimeOffset Now { get; } = now;

    /// <summary>Why the command is refused here.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;

    public WayNode? Parent { get; } = parent;

    /// <summary>The step that leads here from the parent.</summary>
    public FilledOffer? Step { get; } = step;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>What the host's own rules had given on the way: the library cannot know what of it they look at.</summary>
    public int GivenByHosts { get; init; }

    /// <summary>The steps from the start.</summary>
    public IReadOnlyList<FilledOffer> Path()
    {
        var path = new List<FilledOffer>();
        for (var node = this; node.Step is { } step; node = node.Parent!)
            path.Insert(0, step);
        return path;
    }
}

/// <summary>What the rules of the library look at: two states that agree in it lead to the same ways.</summary>
internal readonly record struct WayState(
    IncidentPhase Phase,
    int? Level,
    RoleHolders Roles,
    int Responders,
    bool IsAcknowledged,
    bool HasChannel,
    MitigatedBy? MitigatedBy,
    bool IsResolved,
    bool IsWatchEnded,
    bool IsPublished,
    PublicStatus? Page,
    When Detected,
    (int Items, int Incomplete, int Alerts, int Standing, int Running) Open,
    (int Recurrences, int Escalations, int Waived) Counts,
    (bool Cause, bool Updated, bool Fixed, bool Held, bool? Customers, bool? DataLost) Known,
    (DateTimeOffset Now, IncidentCommand Target, int GivenByHosts) At)
{
    public static WayState Of(WayNode node)
    {
        var i = node.Incident;
        return new(
            i.Phase, i.Level, i.Roles, i.Responders.Count, i.IsAcknowledged, i.Channel is not null, i.MitigatedBy, i.IsResolved, i.IsWatchEnded, i.IsPostMortemPublished, i.PublicStatus, i.Detected,
            (i.ActionItems.Count, i.ActionItems.Count(item => !item.IsComplete), i.TemporaryAlerts.Count, i.TemporaryAlerts.Count(alert => !alert.IsTakenDown), i.Attempts.Count(attempt => attempt.Outcome is null)),
            (Math.Min(i.Recurrences, 2), Math.Min(i.Escalations, 1), i.WaivedDemands.Count),
            (i.Cause is not null, !i.Facts.AnyUpdates.IsEmpty, !i.Facts.PostMortemFixed.IsEmpty, !i.Facts.PostMortemHeld.IsEmpty, i.CustomersAffected, i.DataLost),
            (node.Now, node.Target, node.GivenByHosts));
    }
}
