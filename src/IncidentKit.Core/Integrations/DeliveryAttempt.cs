using System.Globalization;

namespace IncidentKit;

/// <summary>One attempt to deliver something.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DeliveryAttempt
{
    /// <summary>What is to be delivered.</summary>
    public required IncidentDelivery Delivery { get; init; }

    /// <summary>
    /// The incident as it stands now, not as it stood at the commit; where the connection keeps no
    /// restrictions, as outsiders may see it.
    /// </summary>
    public required Incident Incident { get; init; }

    /// <summary>The number of the attempt, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// What the delivery is about, as it reads now, where its payload is the sequence number of a fact, see
    /// <see cref="IncidentDelivery.Of"/>; else null.
    /// </summary>
    public IncidentEvent? Fact =>
        long.TryParse(Delivery.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        && sequence > 0
        && sequence <= Incident.Version
            ? Incident.History[(int)sequence - 1] : null;
}
