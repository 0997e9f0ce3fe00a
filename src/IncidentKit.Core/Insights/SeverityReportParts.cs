using System.Globalization;

namespace IncidentKit;

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

    /// <summary>How many incidents had it as their last one, the review included (P05).</summary>
    public required int Final { get; init; }

    /// <summary>How many incidents had a first level.</summary>
    public required int InitialOf { get; init; }

    /// <summary>How many incidents had a last level: those, and those whose level the review set first.</summary>
    public required int FinalOf { get; init; }

    /// <summary><see cref="Initial"/> as a part of <see cref="InitialOf"/>, from 0 to 1; null where there is none.</summary>
    public double? InitialShare => InitialOf == 0 ? null : (double)Initial / InitialOf;

    /// <summary><see cref="Final"/> as a part of <see cref="FinalOf"/>, from 0 to 1; null where there is none.</summary>
    public double? FinalShare => FinalOf == 0 ? null : (double)Final / FinalOf;
}

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

/// <summary>An incident at the top level whose impact facts fit a lower level.</summary>
/// <remarks>It bears no title, so that a report shows nothing of a restricted incident. Immutable and thread-safe.</remarks>
public sealed record OverratedIncident
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>The number that people use; null where it has none.</summary>
    public int? Number { get; init; }

    /// <summary>The level that its facts fit, at the worst, and why.</summary>
    public required SeverityProposal Proposal { get; init; }
}

/// <summary>When a <see cref="SeverityReport"/> says that levels are inflated.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record SeverityReportOptions
{
    /// <summary>The share of incidents at the top level, from 0 to 1, that is still well: only more is too much.</summary>
    /// <value>0.2.</value>
    public double TopShareLimit { get; init; } = 0.2;

    /// <summary>The fewest incidents with a level that allow to say so; at least 1.</summary>
    /// <value>10.</value>
    public int LeastIncidents { get; init; } = 10;

    internal void ThrowIfOutOfRange()
    {
        if (!(TopShareLimit is >= 0 and <= 1) || LeastIncidents < 1)
        {
            throw new ArgumentOutOfRangeException(
                "options",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"TopShareLimit is {TopShareLimit} and LeastIncidents {LeastIncidents}: "
                        + $"a share from 0 to 1 and a number from 1 are expected."));
        }
    }
}
