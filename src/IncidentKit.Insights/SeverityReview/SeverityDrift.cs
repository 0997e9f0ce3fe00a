namespace IncidentKit.Insights;

/// <summary>How often levels changed from one to another.</summary>
/// <remarks>A review that found the level right goes from it to itself. Equal by value; immutable and thread-safe.</remarks>
public sealed record SeverityDrift
{
    /// <summary>Raised, lowered or reviewed.</summary>
    public required SeverityChange Change { get; init; }

    /// <summary>The rank before.</summary>
    public required int From { get; init; }

    /// <summary>The rank after.</summary>
    public required int To { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }
}
