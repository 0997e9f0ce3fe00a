namespace IncidentKit;

/// <summary>Who reads an update.</summary>
public enum UpdateAudience
{
    /// <summary>Stakeholders inside the company.</summary>
    Internal,

    /// <summary>Customers, on the public status page or by mail.</summary>
    Public,
}
