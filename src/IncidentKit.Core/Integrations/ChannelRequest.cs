namespace IncidentKit;

/// <summary>A channel of record to open.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ChannelRequest
{
    /// <summary>The identity: the same for each time that it is sent.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>What it is about.</summary>
    public required PortSubject Subject { get; init; }

    /// <summary>
    /// The name that it is to have, legal by <see cref="ChannelName.IsLegal"/>. A chat that has it already may give another.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Whether only those who are invited may find it (P62).</summary>
    public required bool IsPrivate { get; init; }
}
