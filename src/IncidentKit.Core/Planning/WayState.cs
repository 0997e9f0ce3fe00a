namespace IncidentKit;

/// <summary>What the rules of the library look at: two states that agree in it lead to the same ways.</summary>
internal static class WayState
{
    public static object Of(Incident i, IncidentCommand target, DateTimeOffset now) => (
        // Whether others are present: with two people there always are.
        (i.Phase, i.Level, Numbered(i.Roles, target), Math.Min(i.Responders.Count, 2), i.IsAcknowledged, i.Channel is null),
        (i.MitigatedBy, i.IsResolved, i.IsWatchEnded, i.IsPostMortemPublished, i.Cause is null, i.IsRestricted, i.Recurrences > 0),
        (i.ActionItems.Count, i.ActionItems.Count(item => !item.IsComplete), i.TemporaryAlerts.Count),
        (i.TemporaryAlerts.Count(alert => !alert.IsTakenDown), i.Attempts.Count(attempt => attempt.Outcome is null)),
        (i.Detected, i.CustomersAffected, i.DataLost),
        (i.WaivedDemands.Aggregate(0, (all, id) => all ^ id.GetHashCode(StringComparison.Ordinal)),
            i.PublicStatus, !i.Facts.AnyUpdates.IsEmpty, !i.Facts.PostMortemFixed.IsEmpty, !i.Facts.PostMortemHeld.IsEmpty),
        (now, target.By is Responder person && WayNode.IsStandIn(person) ? target with { By = WayNode.StandIn(0) } : target));

    // Which stand-in holds a role makes no difference, unless it is the one who gives the command.
    private static RoleHolders Numbered(RoleHolders roles, IncidentCommand target)
    {
        Responder?[] people = [target.By as Responder, roles.Commander, roles.GivenCommunicationsLead, roles.GivenTechnicalLead];
        Responder? Of(Responder? person) =>
            person is not null && WayNode.IsStandIn(person) ? WayNode.StandIn(Array.IndexOf(people, person)) : person;
        return new()
        {
            Commander = Of(roles.Commander),
            GivenCommunicationsLead = Of(roles.GivenCommunicationsLead),
            GivenTechnicalLead = Of(roles.GivenTechnicalLead),
        };
    }
}
