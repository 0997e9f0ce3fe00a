namespace IncidentKit;

/// <summary>Who holds the three roles. The commander holds every role not given away (P11).</summary>
/// <remarks>Equal by value; the <c>default</c> value is "nobody". Immutable and thread-safe.</remarks>
public readonly record struct RoleHolders
{
    /// <summary>The commander, or null where there is none.</summary>
    public Responder? Commander { get; init; }

    /// <summary>The person the role was given to, or null where it was not given away.</summary>
    public Responder? GivenTechnicalLead { get; init; }

    /// <summary>The person the role was given to, or null where it was not given away.</summary>
    public Responder? GivenCommunicationsLead { get; init; }

    /// <summary>The Technical Lead: the person it was given to, else the commander.</summary>
    public Responder? TechnicalLead => GivenTechnicalLead ?? Commander;

    /// <summary>The Communications Lead: the person it was given to, else the commander.</summary>
    public Responder? CommunicationsLead => GivenCommunicationsLead ?? Commander;

    /// <summary>The holder of <paramref name="role"/>, or null where nobody holds it.</summary>
    public Responder? this[IncidentRole role] => role switch
    {
        IncidentRole.IncidentCommander => Commander,
        IncidentRole.TechnicalLead => TechnicalLead,
        _ => CommunicationsLead,
    };

    /// <summary>Whether three different people hold the three roles.</summary>
    public bool AreThreePeople =>
        Commander is not null && GivenTechnicalLead is not null && GivenCommunicationsLead is not null
        && Commander != GivenTechnicalLead && Commander != GivenCommunicationsLead && GivenTechnicalLead != GivenCommunicationsLead;

    /// <summary>Whether the roles are filled as <paramref name="staffing"/> wants.</summary>
    public bool Satisfy(Staffing staffing) => staffing switch
    {
        Staffing.Nobody => true,
        Staffing.Commander => Commander is not null,
        _ => AreThreePeople,
    };

    /// <summary>Whether the level wants three people, and a commander stands with fewer (P11).</summary>
    public bool AreUnderstaffed(Staffing staffing) => staffing == Staffing.ThreePeople && Commander is not null && !AreThreePeople;

    /// <summary>The role, other than command, that was given to <paramref name="person"/>, or null.</summary>
    public IncidentRole? GivenTo(Responder person) =>
        GivenTechnicalLead == person ? IncidentRole.TechnicalLead
        : GivenCommunicationsLead == person ? IncidentRole.CommunicationsLead
        : null;

    /// <summary>Who was given a role other than command; null if nobody was.</summary>
    internal Responder? Given(IncidentRole role) => role switch
    {
        IncidentRole.TechnicalLead => GivenTechnicalLead,
        IncidentRole.CommunicationsLead => GivenCommunicationsLead,
        _ => null,
    };

    internal RoleHolders With(IncidentRole role, Responder? holder) => role switch
    {
        IncidentRole.IncidentCommander => this with { Commander = holder },
        IncidentRole.TechnicalLead => this with { GivenTechnicalLead = holder },
        _ => this with { GivenCommunicationsLead = holder },
    };
}
