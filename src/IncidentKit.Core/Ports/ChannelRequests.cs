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

/// <summary>Something to write into a channel.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ChannelPost
{
    /// <summary>The identity: the same for each time that it is sent.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>What it is about.</summary>
    public required PortSubject Subject { get; init; }

    /// <summary>The channel of record, as it is now.</summary>
    public required string Channel { get; init; }

    /// <summary>Where the channel is; null where nobody said.</summary>
    public string? ChannelLink { get; init; }

    /// <summary>
    /// Plain text, as people wrote it: escape it for the chat. That of a drill begins with <see cref="PortSubject.DrillMark"/>.
    /// </summary>
    public required string Text { get; init; }
}

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
