namespace IncidentKit.Insights;

/// <summary>How many of the given incidents count in the figures, and why the others do not.</summary>
/// <remarks>An incident that is given twice counts once. Equal by value; immutable and thread-safe.</remarks>
public sealed record IncidentCounts
{
    /// <summary>How many count.</summary>
    public required int Counted { get; init; }

    /// <summary>How many of those are not closed yet.</summary>
    public required int Open { get; init; }

    /// <summary>How many are drills (P63).</summary>
    public required int Drills { get; init; }

    /// <summary>How many were cancelled, but for duplicates.</summary>
    public required int Cancelled { get; init; }

    /// <summary>How many are duplicates of others.</summary>
    public required int Duplicates { get; init; }

    /// <summary>How many follow a policy that was not given.</summary>
    public required int OfOtherPolicies { get; init; }

    /// <summary>How many lie outside the period, or in the future.</summary>
    public required int OutsidePeriod { get; init; }

    /// <summary>How many have no known time; without a period they count.</summary>
    public required int Undated { get; init; }
}
