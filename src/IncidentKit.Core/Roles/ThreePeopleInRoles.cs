namespace IncidentKit;

/// <summary>Finds when three different people held the three roles.</summary>
internal static class ThreePeopleInRoles
{
    private static readonly IncidentRole[] Roles = Enum.GetValues<IncidentRole>();

    public static Fulfillment Find(IncidentFacts facts, DateTimeOffset from, DateTimeOffset until) => facts.RolesUnknown
        ? new(null, IsUnknown: true)
        : new(
            FirstStaffed(facts, from, until),
            facts.RolesOfUnknownTime.Count > 0 && CouldBeThree(facts, until),
            facts.RolesOfUnknownTime.Count > 0 ? Roles.Max(role => FirstHeld(facts, role, until)) : null);

    private static DateTimeOffset? FirstStaffed(IncidentFacts facts, DateTimeOffset from, DateTimeOffset until)
    {
        var holders = new RoleTimeline();
        for (var i = 0; i < facts.Roles.Count && facts.Roles[i].At <= until; i++)
        {
            var (at, change) = facts.Roles[i];
            holders.Read(change);
            if (holders.AreThreePeople)
                return Instants.Later(at, from);
        }

        return null;
    }

    private static DateTimeOffset? FirstHeld(IncidentFacts facts, IncidentRole role, DateTimeOffset until)
    {
        if (facts.RolesOfUnknownTime.Any(r => r.Role == role))
            return null;
        foreach (var (at, change) in facts.Roles)
        {
            if (at <= until && change is RoleAssigned assigned && assigned.Role == role)
                return at;
        }

        return null;
    }

    // Whether some choice among those who held each role, at any time, gives three different people: three of each are enough.
    private static bool CouldBeThree(IncidentFacts facts, DateTimeOffset until)
    {
        var held = facts.Roles.Where(r => r.At <= until).Select(r => r.Fact).OfType<RoleAssigned>().Concat(facts.RolesOfUnknownTime)
            .GroupBy(r => r.Role, r => r.To ?? (object)r)
            .ToDictionary(role => role.Key, role => role.Distinct().Take(3).ToList());
        return Roles.All(held.ContainsKey)
            && held[IncidentRole.IncidentCommander].Any(a => held[IncidentRole.TechnicalLead].Any(
                b => held[IncidentRole.CommunicationsLead].Any(c => RoleTimeline.AreThree(a, b, c))));
    }
}
