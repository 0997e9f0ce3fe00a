namespace IncidentKit.Insights;

/// <summary>What the false positives of a quarter say of a threshold.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ThresholdReview
{
    /// <summary>The alert; null for all of them together.</summary>
    public string? Alert { get; init; }

    /// <summary>Of the firings that paged urgently: whether nothing was wrong.</summary>
    public required Tally FalsePositives { get; init; }

    /// <summary>How many firings led to an incident and paged nobody.</summary>
    public required int Unnoticed { get; init; }

    /// <summary>What to do.</summary>
    public required ThresholdProposal Proposal { get; init; }

    /// <summary>Why, with the figures and the limit.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Alert ?? "All alerts"}: {Proposal}. {Reason}";
}
