namespace IncidentKit;

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
