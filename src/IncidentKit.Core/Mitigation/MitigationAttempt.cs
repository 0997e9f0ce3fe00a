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

/// <summary>What came of a mitigation attempt (P20).</summary>
public enum MitigationOutcome
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>It worked.</summary>
    Worked,

    /// <summary>It worked in part.</summary>
    Partly,

    /// <summary>It had no effect.</summary>
    NoEffect,

    /// <summary>It made things worse.</summary>
    MadeWorse,

    /// <summary>It was undone.</summary>
    Undone,
}

/// <summary>How service came back (P22).</summary>
public enum MitigatedBy
{
    /// <summary>Not said.</summary>
    Unstated,

    /// <summary>A deployment or change was rolled back.</summary>
    Rollback,

    /// <summary>Capacity was added.</summary>
    ScaleUp,

    /// <summary>A dependency was cut.</summary>
    CutDependency,

    /// <summary>A fix was put in place.</summary>
    Fix,

    /// <summary>The vendor ended it.</summary>
    Vendor,

    /// <summary>Service recovered by itself.</summary>
    Itself,
}

/// <summary>One attempt to stop the bleeding (P20).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record MitigationAttempt
{
    /// <summary>The number of the attempt within the incident, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was done.</summary>
    public required MitigationKind Kind { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Description { get; init; }

    /// <summary>Who proposed it, where stated.</summary>
    public Responder? ProposedBy { get; init; }

    /// <summary>Who decided it, where stated.</summary>
    public Responder? DecidedBy { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor DoneBy { get; init; }

    /// <summary>What came of it; null while it runs.</summary>
    public MitigationOutcome? Outcome { get; init; }
}
