namespace IncidentKit;

/// <summary>What is kept of a command with an idempotency key, so that a repeat is told from a mistake.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record CommandStamp
{
    /// <summary>The caller's key.</summary>
    public required string Key { get; init; }

    /// <summary>A digest of the command.</summary>
    public required string Digest { get; init; }
}
