namespace IncidentKit;

/// <summary>
/// Who holds the three roles after some facts, in the order of their times. An unnamed person is different from
/// all others: the fact itself stands for them.
/// </summary>
internal sealed class RoleTimeline
{
    private readonly object?[] _holders = new object?[3];

    /// <summary>Whether three different people hold the three roles.</summary>
    public bool AreThreePeople => AreThree(_holders[0], _holders[1], _holders[2]);

    /// <summary>Whether a commander stands with fewer than three people (P11).</summary>
    public bool AreUnderstaffed => _holders[(int)IncidentRole.IncidentCommander] is not null && !AreThreePeople;

    /// <summary>How many people hold the roles, where the commander holds every role not given away.</summary>
    public int People => _holders.Select(holder => holder ?? _holders[(int)IncidentRole.IncidentCommander]).Distinct().Count();

    /// <summary>Whether three holders are there, and different people.</summary>
    public static bool AreThree(object? a, object? b, object? c) =>
        a is not null && b is not null && c is not null && !a.Equals(b) && !a.Equals(c) && !b.Equals(c);

    public void Read(IncidentEvent change)
    {
        if (change is RoleAssigned assigned)
            _holders[(int)assigned.Role] = assigned.To ?? (object)assigned;
        else if (change is RoleGivenUp givenUp)
            _holders[(int)givenUp.Role] = null;
    }
}
