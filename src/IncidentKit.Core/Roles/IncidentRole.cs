namespace IncidentKit;

/// <summary>The three roles (P07). Everybody else who joins is a responder.</summary>
public enum IncidentRole
{
    /// <summary>Coordinates and decides; does not debug and does not write the updates.</summary>
    IncidentCommander,

    /// <summary>Finds and ends the cause; proposes, and reports to the commander.</summary>
    TechnicalLead,

    /// <summary>Writes what customers and stakeholders read.</summary>
    CommunicationsLead,
}

/// <summary>How a person came to a role.</summary>
public enum RoleChange
{
    /// <summary>Somebody assigned it.</summary>
    Assigned,

    /// <summary>The holder handed it over.</summary>
    HandedOff,

    /// <summary>The person took command.</summary>
    Taken,

    /// <summary>It followed from beginning mitigation where there was no commander.</summary>
    Implied,
}

/// <summary>Roles in words.</summary>
/// <remarks>Thread-safe.</remarks>
public static class IncidentRoles
{
    /// <summary>The name of the role as people write it, such as "Technical Lead".</summary>
    public static string Display(this IncidentRole role) => role switch
    {
        IncidentRole.IncidentCommander => "Incident Commander",
        IncidentRole.TechnicalLead => "Technical Lead",
        _ => "Communications Lead",
    };
}
