namespace IncidentKit;

/// <summary>People to bring into a channel.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ChannelInvitation
{
    /// <summary>The identity: the same for each time that it is sent.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>What it is about.</summary>
    public required PortSubject Subject { get; init; }

    /// <summary>The channel of record, as it is now.</summary>
    public required string Channel { get; init; }

    /// <summary>Where the channel is; null where nobody said.</summary>
    public string? ChannelLink { get; init; }

    /// <summary>The people, by id.</summary>
    public required IReadOnlyList<Responder> People { get; init; }
}
