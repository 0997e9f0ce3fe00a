namespace IncidentKit.Insights;

/// <summary>How many action items are done.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ActionItemFigures
{
    /// <summary>How many were reported done.</summary>
    public required int Done { get; init; }

    /// <summary>How many are not done, those that are overdue included.</summary>
    public required int Open { get; init; }

    /// <summary>How many of the open ones are overdue on the day.</summary>
    public required int Overdue { get; init; }

    /// <summary>How many belong to a retrospective incident that does not say.</summary>
    public required int Unknown { get; init; }

    /// <summary>Of how many it is known: done and open.</summary>
    public int Of => Done + Open;
}
