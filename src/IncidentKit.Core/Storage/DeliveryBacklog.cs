namespace IncidentKit;

/// <summary>What waits for one port.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record DeliveryBacklog
{
    /// <summary>The name of the port.</summary>
    public required string Port { get; init; }

    /// <summary>How many deliveries are neither done nor set aside.</summary>
    public required int Outstanding { get; init; }

    /// <summary>The earliest <see cref="IncidentDelivery.NotBefore"/> of them, in UTC; null where there is none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many are set aside.</summary>
    public required int SetAside { get; init; }
}
