namespace IncidentKit;

/// <summary>A person proposed for a role that nobody holds yet (P15). Somebody still has to assign it.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record RoleProposal
{
    private static readonly RoleProposalReason[] ForCommand =
        [RoleProposalReason.LeadOnCall, RoleProposalReason.OnCall, RoleProposalReason.Lead];
    private static readonly RoleProposalReason[] ForOthers =
        [RoleProposalReason.OnCall, RoleProposalReason.LeadOnCall, RoleProposalReason.Lead];
    private static readonly bool[] FreeFirst = [false, true];

    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who is proposed.</summary>
    public required Responder Person { get; init; }

    /// <summary>Why.</summary>
    public required RoleProposalReason Reason { get; init; }

    /// <summary>Whether the person is bound elsewhere, and is proposed because nobody else is left.</summary>
    public bool IsBoundElsewhere { get; init; }

    /// <summary>
    /// Proposes people for the roles that nobody holds: a lead on call for command, people on call for the other roles.
    /// Each person holds or is offered one role at most; with too few people a role is left out, and the commander holds it.
    /// </summary>
    /// <returns>At most one proposal per role: command, technical lead, communications lead.</returns>
    public static IReadOnlyList<RoleProposal> For(RoleCandidates candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var holders = candidates.Holders;
        HashSet<Responder> taken = [];
        foreach (var holder in (ReadOnlySpan<Responder?>)[holders.Commander, holders.GivenTechnicalLead, holders.GivenCommunicationsLead])
        {
            if (holder is not null)
                taken.Add(holder);
        }

        List<RoleProposal> proposals = [];
        if (holders.Commander is null)
            Propose(IncidentRole.IncidentCommander, ForCommand);
        if (holders.GivenTechnicalLead is null)
            Propose(IncidentRole.TechnicalLead, ForOthers);
        if (holders.GivenCommunicationsLead is null)
            Propose(IncidentRole.CommunicationsLead, ForOthers);
        return proposals;

        void Propose(IncidentRole role, RoleProposalReason[] preference)
        {
            var people = from isBound in FreeFirst
                         from reason in preference
                         from person in Of(candidates, reason)
                         where !taken.Contains(person) && candidates.BoundElsewhere.Contains(person) == isBound
                         select new RoleProposal { Role = role, Person = person, Reason = reason, IsBoundElsewhere = isBound };
            if (people.FirstOrDefault() is not { } proposal)
                return;
            taken.Add(proposal.Person);
            proposals.Add(proposal);
        }
    }

    private static IEnumerable<Responder> Of(RoleCandidates candidates, RoleProposalReason reason) => reason switch
    {
        RoleProposalReason.LeadOnCall => candidates.Leads.Where(candidates.OnCall.Contains),
        RoleProposalReason.OnCall => candidates.OnCall.Where(p => !candidates.Leads.Contains(p)),
        _ => candidates.Leads.Where(p => !candidates.OnCall.Contains(p)),
    };
}
