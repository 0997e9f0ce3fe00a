namespace IncidentKit;

/// <summary>How many of the given incidents count in the figures, and why the others do not.</summary>
/// <remarks>
/// An incident that is given twice counts once. All add up to the incidents given. Equal by value; immutable and thread-safe.
/// </remarks>
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

    /// <summary>How many follow a policy that was not given: their levels and demands are not known.</summary>
    public required int OfOtherPolicies { get; init; }

    /// <summary>How many lie outside the period, or after the instant that was asked about.</summary>
    public required int OutsidePeriod { get; init; }

    /// <summary>
    /// How many have no known time at all, so that nobody knows whether they belong to the period; without a period they count.
    /// </summary>
    public required int Undated { get; init; }
}

/// <summary>The levels of the incidents that follow one policy.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyLevels
{
    /// <summary>The name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The count of each level, first and last, and whether the top one is given too freely (P06).</summary>
    public required SeverityReport Report { get; init; }
}

/// <summary>From what the downtimes of the samples were made.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record DowntimeBases
{
    /// <summary>How many are unions of stated outages.</summary>
    public required int Intervals { get; init; }

    /// <summary>How many are assumed, from the start of impact to the first mitigation.</summary>
    public required int Assumed { get; init; }

    /// <summary>How many have an upper bound alone, and are no samples.</summary>
    public required int UpperBound { get; init; }
}

/// <summary>Who noticed the incidents first.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record NoticedFigures
{
    /// <summary>Those that an alert noticed first.</summary>
    public required IReadOnlyList<IncidentId> ByAlert { get; init; }

    /// <summary>Those that a colleague noticed first.</summary>
    public required IReadOnlyList<IncidentId> ByColleague { get; init; }

    /// <summary>Those that a customer noticed first.</summary>
    public required IReadOnlyList<IncidentId> ByCustomer { get; init; }

    /// <summary>Those of which nobody knows.</summary>
    public required IReadOnlyList<IncidentId> Unknown { get; init; }
}

/// <summary>How often incidents came back.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RecurrenceFigures
{
    /// <summary>How often, all in all.</summary>
    public required int Total { get; init; }

    /// <summary>The incidents that came back.</summary>
    public required IReadOnlyList<IncidentId> Incidents { get; init; }
}

/// <summary>The times of one incident that contradict each other.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record IncidentContradictions
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>Its contradictions.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }
}
