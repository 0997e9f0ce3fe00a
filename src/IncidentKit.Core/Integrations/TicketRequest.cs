namespace IncidentKit;

/// <summary>A ticket to file.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record TicketRequest
{
    /// <summary>The identity: the same for each time that it is sent.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>What it is about.</summary>
    public required PortSubject Subject { get; init; }
}
