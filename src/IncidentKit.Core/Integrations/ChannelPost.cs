namespace IncidentKit;

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
