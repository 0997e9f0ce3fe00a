namespace IncidentKit.Insights;

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

    /// <summary>Those for which it is unknown.</summary>
    public required IReadOnlyList<IncidentId> Unknown { get; init; }
}
