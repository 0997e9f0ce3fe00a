namespace IncidentKit;

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
