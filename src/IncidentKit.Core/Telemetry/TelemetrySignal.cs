namespace IncidentKit;

/// <summary>Something that the library measures or traces.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TelemetrySignal
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>How it is read.</summary>
    public required TelemetryKind Kind { get; init; }

    /// <summary>The unit; null for a span.</summary>
    public string? Unit { get; init; }

    /// <summary>What it says.</summary>
    public required string Meaning { get; init; }

    /// <summary>The tags that it may carry.</summary>
    public required IReadOnlyList<string> Tags { get; init; }
}
