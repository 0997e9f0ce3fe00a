using FsCheck.Xunit;

namespace IncidentKit.Tests.Roles;

/// <summary>Who is proposed for which role.</summary>
[Process("P15")]
public sealed class RoleProposalTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");
    private static readonly Responder Carol = new("carol");

    [Fact]
    public void For_LeadOnCall_ProposesTheLeadForCommandAndOthersForTheRest()
    {
        var proposals = RoleProposal.For(new RoleCandidates { OnCall = [Alice, Bob, Carol], Leads = [Carol] });

        Assert.Equal([Carol, Alice, Bob], proposals.Select(p => p.Person));
        Assert.Equal(RoleProposalReason.LeadOnCall, proposals[0].Reason);
        Assert.Equal(
            [IncidentRole.IncidentCommander, IncidentRole.TechnicalLead, IncidentRole.CommunicationsLead],
            proposals.Select(p => p.Role));
    }

    [Fact]
    public void For_OnePerson_ProposesCommandAndLeavesTheRestToTheCommander()
    {
        var proposal = Assert.Single(RoleProposal.For(new RoleCandidates { OnCall = [Alice], Leads = [Alice] }));

        Assert.Equal((IncidentRole.IncidentCommander, Alice), (proposal.Role, proposal.Person));
    }

    [Fact]
    public void For_RolesHeld_ProposesOnlyForTheOthersAndNeverAHolder()
    {
        var proposals = RoleProposal.For(
            new RoleCandidates { OnCall = [Alice, Bob], Holders = new RoleHolders { Commander = Alice, GivenCommunicationsLead = Carol } });

        Assert.Equal((IncidentRole.TechnicalLead, Bob), proposals.Select(p => (p.Role, p.Person)).Single());
    }

    [Fact]
    public void For_NobodyOnCall_ProposesLeads()
    {
        var proposals = RoleProposal.For(new RoleCandidates { OnCall = [], Leads = [Alice, Bob] });

        Assert.Equal([Alice, Bob], proposals.Select(p => p.Person));
        Assert.All(proposals, p => Assert.Equal(RoleProposalReason.Lead, p.Reason));
    }

    [Fact]
    public void For_SomebodyBoundElsewhere_IsProposedOnlyWhereNobodyElseIsLeft()
    {
        var proposals = RoleProposal.For(new RoleCandidates { OnCall = [Alice, Bob], Leads = [Alice], BoundElsewhere = [Alice] });

        Assert.Equal([(Bob, false), (Alice, true)], proposals.Select(p => (p.Person, p.IsBoundElsewhere)));
    }

    [Property]
    public void For_AnyCandidates_NobodyTwiceAndNoRoleTwice(byte[] onCall, byte[] leads, byte[] bound, byte held)
    {
        var holders = new RoleHolders
        {
            Commander = held % 3 == 0 ? Person(held) : null,
            GivenTechnicalLead = held % 5 == 0 ? Person((byte)(held + 1)) : null,
        };
        var proposals = RoleProposal.For(new RoleCandidates
        {
            OnCall = [.. onCall.Select(Person)],
            Leads = [.. leads.Select(Person)],
            BoundElsewhere = [.. bound.Select(Person)],
            Holders = holders,
        });

        Responder[] all =
        [
            .. proposals.Select(p => p.Person),
            .. new[] { holders.Commander, holders.GivenTechnicalLead }.OfType<Responder>(),
        ];
        Assert.Equal(all.Distinct(), all);
        Assert.Equal(proposals.Select(p => p.Role).Distinct(), proposals.Select(p => p.Role));
        var free = onCall.Concat(leads).Select(Person).Except(bound.Select(Person)).Except(all).ToList();
        Assert.True(free.Count == 0 || !proposals.Any(p => p.IsBoundElsewhere));
    }

    private static Responder Person(byte number) => new($"p{number % 8}");
}
