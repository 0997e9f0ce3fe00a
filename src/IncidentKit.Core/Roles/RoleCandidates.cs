namespace IncidentKit;

/// <summary>Who could take a role in an incident.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RoleCandidates
{
    /// <summary>Who is on call for the service, the first to call first.</summary>
    public required IReadOnlyList<Responder> OnCall { get; init; }

    /// <summary>Who is a lead, the first to ask first; on call or not.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<Responder> Leads { get; init; } = [];

    /// <summary>Who holds roles already; they are left where they are.</summary>
    /// <value>Nobody.</value>
    public RoleHolders Holders { get; init; }

    /// <summary>
    /// Who is bound elsewhere, such as the commander of another open incident of equal or higher severity; proposed only
    /// where nobody else is left.
    /// </summary>
    /// <value>Empty.</value>
    public IReadOnlyCollection<Responder> BoundElsewhere { get; init; } = [];
}
