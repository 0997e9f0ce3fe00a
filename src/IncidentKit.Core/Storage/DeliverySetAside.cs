namespace IncidentKit;

/// <summary>A delivery that is tried no more until somebody asks for it.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record DeliverySetAside
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>What was to be delivered.</summary>
    public required IncidentDelivery Delivery { get; init; }

    /// <summary>How many attempts there were.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
