namespace IncidentKit;

/// <summary>A record that does not count, and why.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record AlertHistoryFault
{
    /// <summary>What is wrong.</summary>
    public required AlertHistoryFaultKind Kind { get; init; }

    /// <summary>The name of the alert; null where it is not known.</summary>
    public string? Alert { get; init; }

    /// <summary>Which record, and what is wrong with it, in one sentence.</summary>
    public required string Message { get; init; }

    /// <inheritdoc />
    public override string ToString() => Message;
}
