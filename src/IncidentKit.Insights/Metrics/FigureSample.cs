namespace IncidentKit.Insights;

/// <summary>What one incident adds to a figure.</summary>
/// <remarks>It bears no title, which might be of a restricted incident. Equal by value; immutable and thread-safe.</remarks>
public sealed record FigureSample
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>The number that people use; null if there is none.</summary>
    public int? Number { get; init; }

    /// <summary>Its duration; zero or more.</summary>
    public required TimeSpan Duration { get; init; }
}
