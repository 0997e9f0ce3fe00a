namespace IncidentKit.Templates;

/// <summary>How many customers are hit, in the word that they read (P36).</summary>
public enum CustomerReach
{
    /// <summary>Under 10%.</summary>
    Some,

    /// <summary>From 10%.</summary>
    Many,

    /// <summary>Every one.</summary>
    All,
}
