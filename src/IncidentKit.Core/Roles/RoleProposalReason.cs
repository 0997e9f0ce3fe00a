namespace IncidentKit;

/// <summary>Why a person is proposed for a role.</summary>
public enum RoleProposalReason
{
    /// <summary>The person is a lead and on call.</summary>
    LeadOnCall,

    /// <summary>The person is on call.</summary>
    OnCall,

    /// <summary>The person is a lead, and nobody on call is left who is better suited.</summary>
    Lead,
}
