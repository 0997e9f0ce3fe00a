namespace IncidentKit.Insights;

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
