namespace IncidentKit.Insights;

/// <summary>An incident at the top level whose impact facts fit a lower level.</summary>
/// <remarks>It bears no title, which might be of a restricted incident. Immutable and thread-safe.</remarks>
public sealed record OverratedIncident
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>The number that people use; null if there is none.</summary>
    public int? Number { get; init; }

    /// <summary>The level that its facts fit, at the worst, and why.</summary>
    public required SeverityProposal Proposal { get; init; }
}
