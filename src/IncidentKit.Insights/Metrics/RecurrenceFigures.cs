namespace IncidentKit.Insights;

/// <summary>How often incidents came back.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RecurrenceFigures
{
    /// <summary>How often, all in all.</summary>
    public required int Total { get; init; }

    /// <summary>The incidents that came back.</summary>
    public required IReadOnlyList<IncidentId> Incidents { get; init; }
}
