namespace IncidentKit;

/// <summary>What follows from taking command.</summary>
internal static class RoleImplications
{
    private static readonly IncidentRole[] Leads = [IncidentRole.TechnicalLead, IncidentRole.CommunicationsLead];

    /// <summary>Gives command to somebody who takes it; the other roles that were given to the taker fall back.</summary>
    /// <param name="recorder">The recorder of the command.</param>
    /// <param name="taker">Who takes command.</param>
    /// <param name="how">Taken, which the command says, or implied.</param>
    /// <param name="note">Why; null if nobody says.</param>
    public static void GiveCommand(EventRecorder recorder, Responder taker, RoleChange how, string? note)
    {
        var roles = recorder.Incident.Roles;
        foreach (var role in Leads.Where(role => roles.Given(role) == taker))
            recorder.RecordImplied(new RoleGivenUp { Role = role, From = taker });
        var assigned = new RoleAssigned
        {
            Role = IncidentRole.IncidentCommander, To = taker, From = roles.Commander, How = how, Note = note,
        };
        if (how == RoleChange.Implied)
            recorder.RecordImplied(assigned);
        else
            recorder.RecordMain(assigned);
    }
}
