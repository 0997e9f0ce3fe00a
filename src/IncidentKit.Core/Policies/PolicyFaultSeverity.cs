namespace IncidentKit;

/// <summary>How bad a fault of a policy is.</summary>
public enum PolicyFaultSeverity
{
    /// <summary>The policy cannot be followed.</summary>
    Error,

    /// <summary>The policy can be followed, but two of its values contradict each other.</summary>
    Advice,
}
