namespace IncidentKit;

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
