namespace IncidentKit;

/// <summary>The facts that a level is proposed from, each of them one question (P03).</summary>
public enum ImpactFact
{
    /// <summary>Whether data was lost or exposed.</summary>
    Data,

    /// <summary>Whether customers are affected.</summary>
    Customers,

    /// <summary>How much the function that is hit matters.</summary>
    Function,

    /// <summary>Whether it fails or is degraded.</summary>
    State,

    /// <summary>How many are affected.</summary>
    Reach,
}
