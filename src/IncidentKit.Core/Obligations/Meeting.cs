namespace IncidentKit;

/// <summary>What meets an obligation: when it was met as far as is known, and whether more may have happened that nobody knows.</summary>
/// <param name="First">The first meeting fact from one instant on, no later than another.</param>
/// <param name="IsUnknown">Whether a meeting fact of unknown time may exist by an instant.</param>
/// <param name="IsSurelyLate">Whether, though times are unknown, it was met after the given due instant and by the other.</param>
internal sealed record Meeting(
    Func<DateTimeOffset, DateTimeOffset, DateTimeOffset?> First,
    Func<DateTimeOffset, bool> IsUnknown,
    Func<DateTimeOffset, DateTimeOffset, bool>? IsSurelyLate = null)
{
    public static Meeting By(OccurrenceSeries facts) => new(facts.First, _ => facts.HasUnknown);

    /// <summary>Mitigated or escalated before it recurred.</summary>
    public static Meeting ByMitigation(IncidentFacts facts, bool onlyItsOwn) =>
        ByMitigation(facts, 0, onlyItsOwn, facts.Escalated.HasUnknown);

    /// <summary>Mitigated since the recurrence, or escalated.</summary>
    public static Meeting ByMitigation(IncidentFacts facts, Occurrence<Recurrence> since, bool onlyItsOwn) =>
        ByMitigation(facts, since.Fact.Number, onlyItsOwn, facts.Escalated.MayHaveUnknownAfter(since.At, since.Fact.Sequence));

    private static Meeting ByMitigation(IncidentFacts facts, int recurrence, bool onlyItsOwn, bool mayBeEscalated) => new(
        (from, until) =>
        {
            var escalated = facts.Escalated.First(from, until);
            var mitigated = onlyItsOwn ? facts.Mitigations.GetValueOrDefault(recurrence)?.First(from, until)
                : recurrence == 0 ? facts.Mitigated.First(from, until)
                : facts.FirstMitigations.Value.TryGetValue(recurrence, out var first) && first <= until ? first : null;
            return mitigated <= escalated || escalated is null ? mitigated : escalated;
        },
        _ => mayBeEscalated || (facts.Mitigations.TryGetValue(recurrence, out var own) && own.HasUnknown));

    /// <summary>Three different people in the three roles.</summary>
    public static Meeting ByThreePeople(IncidentFacts facts) => new(
        (from, until) => facts.RolesUnknown ? null : FirstStaffed(facts, from, until),
        until => facts.RolesUnknown || (facts.RolesOfUnknownTime.Count > 0 && CouldBeThree(facts, until)),
        (due, until) => !facts.RolesUnknown && Enum.GetValues<IncidentRole>().Any(role => FirstHeld(facts, role, until) > due));

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

    // Whether some choice among those who held each role, whenever that was, gives three different people: three
    // of each are enough to tell.
    private static bool CouldBeThree(IncidentFacts facts, DateTimeOffset until)
    {
        var held = facts.Roles.Where(r => r.At <= until).Select(r => r.Fact).OfType<RoleAssigned>().Concat(facts.RolesOfUnknownTime)
            .GroupBy(r => r.Role, r => r.To ?? (object)r)
            .ToDictionary(role => role.Key, role => role.Distinct().Take(3).ToList());
        return Enum.GetValues<IncidentRole>().All(held.ContainsKey)
            && held[IncidentRole.IncidentCommander].Any(a => held[IncidentRole.TechnicalLead].Any(
                b => held[IncidentRole.CommunicationsLead].Any(c => RoleTimeline.AreThree(a, b, c))));
    }
}
