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
