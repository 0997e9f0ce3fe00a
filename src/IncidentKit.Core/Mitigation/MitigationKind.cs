namespace IncidentKit;

/// <summary>What a mitigation attempt does (P19, P20).</summary>
public enum MitigationKind
{
    /// <summary>None of the others, or not said.</summary>
    Other,

    /// <summary>Roll back a deployment or a change.</summary>
    Rollback,

    /// <summary>Add capacity.</summary>
    ScaleUp,

    /// <summary>Cut a dependency: circuit breaker, feature flag off.</summary>
    CutDependency,

    /// <summary>Restart or fail over.</summary>
    Restart,

    /// <summary>Put a fix in place.</summary>
    Fix,
}
