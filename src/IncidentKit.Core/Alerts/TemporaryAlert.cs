namespace IncidentKit;

/// <summary>An alert, or a threshold of one, that is set for the time of an incident only and is to be taken down (P25).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record TemporaryAlert
{
    /// <summary>The number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Which alert, and its threshold.</summary>
    public required string Alert { get; init; }

    /// <summary>Whether it was taken down.</summary>
    public bool IsTakenDown { get; init; }
}
