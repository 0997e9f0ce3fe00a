namespace IncidentKit.Insights;

/// <summary>How many incidents began and ended at one level.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record SeverityShare
{
    /// <summary>The rank of the level, 1 being the most severe.</summary>
    public required int Level { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How many incidents had it as their first level.</summary>
    public required int Initial { get; init; }

    /// <summary>How many incidents had it last, the review included (P05).</summary>
    public required int Final { get; init; }

    /// <summary>How many incidents had a first level.</summary>
    public required int InitialOf { get; init; }

    /// <summary>How many incidents had a last level.</summary>
    public required int FinalOf { get; init; }

    /// <summary><see cref="Initial"/> as a part of <see cref="InitialOf"/>; null if there is none.</summary>
    public double? InitialShare => InitialOf == 0 ? null : (double)Initial / InitialOf;

    /// <summary><see cref="Final"/> as a part of <see cref="FinalOf"/>; null if there is none.</summary>
    public double? FinalShare => FinalOf == 0 ? null : (double)Final / FinalOf;
}
