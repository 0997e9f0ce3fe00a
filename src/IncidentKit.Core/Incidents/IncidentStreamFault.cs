namespace IncidentKit;

/// <summary>What is wrong with a stream of events.</summary>
public enum IncidentStreamFault
{
    /// <summary>The stream holds no event.</summary>
    Empty,

    /// <summary>The first event does not declare an incident.</summary>
    NotDeclared,

    /// <summary>An incident is declared twice.</summary>
    DeclaredTwice,

    /// <summary>A sequence number is missing.</summary>
    Gap,

    /// <summary>A sequence number stands twice, or out of order.</summary>
    Duplicate,

    /// <summary>An event belongs to another incident.</summary>
    ForeignIncident,

    /// <summary>An event is of a kind that this version does not know.</summary>
    UnknownType,

    /// <summary>
    /// An event says what cannot be: a word that the process does not know, or the number of something that does not exist.
    /// </summary>
    Invalid,

    /// <summary>The text is no stream of events at all.</summary>
    Malformed,
}
