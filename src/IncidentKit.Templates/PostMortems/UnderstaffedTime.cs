namespace IncidentKit.Templates;

/// <summary>How long one person held several roles where the level wants three people (P11).</summary>
internal static class UnderstaffedTime
{
    /// <summary>The point; null where it did not happen, or where nobody wrote down who held the roles and when.</summary>
    public static ProposedPoint? Of(Incident incident, IncidentPolicy policy, DateTimeOffset instant)
    {
        var changes = incident.History.Where(happened => happened is RoleAssigned or RoleGivenUp)
            .Select(happened => (At: incident.TimeOf(happened).Instant, Change: happened))
            .ToList();
        var end = incident.Times.Resolved?.Instant ?? (instant < DateTimeOffset.MaxValue ? instant : null);
        if (incident.Level is not { } level
            || policy.Level(level).Staffing != Staffing.ThreePeople
            || end is not { } until
            || changes.Count == 0
            || changes.Any(change => change.At is null || change.Change is RoleAssigned { To: null }))
            return null;

        var (holders, since, total, fewest) = (new RoleHolders(), DateTimeOffset.MinValue, TimeSpan.Zero, 3);
        foreach (var (at, change) in changes.OrderBy(change => change.At).Append((until, null!)))
        {
            var to = at!.Value < until ? at.Value : until;
            if (holders.Commander is not null && !holders.AreThreePeople && to > since)
            {
                total += to - since;
                fewest = Math.Min(fewest, People(holders));
            }

            since = to > since ? to : since;
            holders = Next(holders, change);
        }

        return total < TimeSpan.FromMinutes(1) ? null
            : new(
                ObligationWords.Staffing,
                fewest == 1
                    ? $"one person held three roles for {TimeWords.Duration(total)}"
                    : $"two people held the three roles for {TimeWords.Duration(total)}");
    }

    private static int People(RoleHolders holders) =>
        new[] { holders.Commander, holders.TechnicalLead, holders.CommunicationsLead }.Distinct().Count();

    private static RoleHolders Next(RoleHolders holders, IncidentEvent? change)
    {
        (IncidentRole? role, Responder? to) = change switch
        {
            RoleAssigned assigned => (assigned.Role, assigned.To),
            RoleGivenUp given => (given.Role, null),
            _ => (default(IncidentRole?), default(Responder)),
        };
        return role switch
        {
            IncidentRole.IncidentCommander => holders with
            {
                Commander = to,
                GivenTechnicalLead = holders.GivenTechnicalLead == to ? null : holders.GivenTechnicalLead,
                GivenCommunicationsLead = holders.GivenCommunicationsLead == to ? null : holders.GivenCommunicationsLead,
            },
            IncidentRole.TechnicalLead => holders with { GivenTechnicalLead = to },
            IncidentRole.CommunicationsLead => holders with { GivenCommunicationsLead = to },
            _ => holders,
        };
    }
}
