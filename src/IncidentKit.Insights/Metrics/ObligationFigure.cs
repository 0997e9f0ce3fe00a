namespace IncidentKit.Insights;

/// <summary>How often one obligation was met, over several incidents.</summary>
/// <remarks>Each row of the ledger counts: an incident that came back has several. Immutable and thread-safe.</remarks>
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

    /// <summary>How many are met, late or missed, and not pending, waived, unknown or not required.</summary>
    public int Of => Met + MetLate + Missed;

    /// <summary>How many rows have a status.</summary>
    public int this[ObligationStatus status] => _incidents[status].Count();

    /// <summary>The incidents that have a row with a status, each once.</summary>
    public IReadOnlyList<IncidentId> IncidentsWith(ObligationStatus status) => [.. _incidents[status].Distinct().OrderBy(id => id.Value)];

    /// <inheritdoc />
    public override string ToString() => $"{Name}: {Met} of {Of} met";
}
