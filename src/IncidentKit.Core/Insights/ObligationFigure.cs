namespace IncidentKit;

/// <summary>How often one obligation was met, over several incidents.</summary>
/// <remarks>
/// Each row of the ledger counts: an incident that came back, or that owed several updates, has several.
/// Immutable and thread-safe.
/// </remarks>
public sealed class ObligationFigure
{
    private readonly ILookup<ObligationStatus, IncidentId> _incidents;

    internal ObligationFigure(string name, IEnumerable<(IncidentId Incident, ObligationStatus Status)> rows) =>
        (Name, _incidents) = (name, rows.ToLookup(row => row.Status, row => row.Incident));

    /// <summary>The name of the obligation.</summary>
    public string Name { get; }

    /// <summary>Met by its due instant.</summary>
    public int Met => this[ObligationStatus.Met];

    /// <summary>Met after it.</summary>
    public int MetLate => this[ObligationStatus.MetLate];

    /// <summary>Not met, and due.</summary>
    public int Missed => this[ObligationStatus.Missed];

    /// <summary>
    /// Of how many it is known how they ended: met, late and missed. What is pending, waived, unknown or not
    /// required is not among them.
    /// </summary>
    public int Of => Met + MetLate + Missed;

    /// <summary>How many rows have a status.</summary>
    public int this[ObligationStatus status] => _incidents[status].Count();

    /// <summary>The incidents that have a row with a status, each once.</summary>
    public IReadOnlyList<IncidentId> IncidentsWith(ObligationStatus status) => [.. _incidents[status].Distinct().OrderBy(id => id.Value)];

    /// <inheritdoc />
    public override string ToString() => $"{Name}: {Met} of {Of} met";
}

/// <summary>How many promises of the next update were kept (P23): an update that names no time promises the cadence of its level.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record UpdateFigures
{
    /// <summary>How many were kept.</summary>
    public required int Kept { get; init; }

    /// <summary>How many promises came due before the resolution made them pointless: kept, kept late, and missed.</summary>
    public required int Promised { get; init; }

    /// <summary>The incidents whose updates, or the end of whose promises, nobody knows.</summary>
    public required IReadOnlyList<IncidentId> Unknown { get; init; }
}

/// <summary>
/// How many post-mortems were fixed, held and published on time (P27). Each incident counts once, by the worst of the three.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PostMortemFigures
{
    /// <summary>All that is asked was on time.</summary>
    public required IReadOnlyList<IncidentId> OnTime { get; init; }

    /// <summary>Something was late, and nothing is missing.</summary>
    public required IReadOnlyList<IncidentId> Late { get; init; }

    /// <summary>Something was missed.</summary>
    public required IReadOnlyList<IncidentId> Missed { get; init; }

    /// <summary>Something is still to come, and the rest was on time.</summary>
    public required IReadOnlyList<IncidentId> Pending { get; init; }

    /// <summary>Nobody knows.</summary>
    public required IReadOnlyList<IncidentId> Unknown { get; init; }

    /// <summary>Of how many it is known: on time, late and missed.</summary>
    public int Of => OnTime.Count + Late.Count + Missed.Count;
}

/// <summary>How many action items are done.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ActionItemFigures
{
    /// <summary>How many were reported done.</summary>
    public required int Done { get; init; }

    /// <summary>How many are not done, those that are overdue included.</summary>
    public required int Open { get; init; }

    /// <summary>How many of the open ones were due on a day before the one asked about.</summary>
    public required int Overdue { get; init; }

    /// <summary>How many belong to a retrospective incident that does not say whether they were done.</summary>
    public required int Unknown { get; init; }

    /// <summary>Of how many it is known: done and open.</summary>
    public int Of => Done + Open;
}
