namespace IncidentKit;

/// <summary>Keeps the deliveries of commits until they are done: the part of the store that hands them out.</summary>
/// <remarks>
/// The deliveries of one incident to one port are a queue, in the order of the commits and within a commit in that of its list.
/// Only the head of a queue is handed out, to one host at a time, so the order holds whoever delivers. A delivery whose id stands
/// in its queue, or among those set aside from it, is not put in again. Implementations are thread-safe, and several processes
/// may share one store; instants are in UTC and those of the caller, so hosts keep their clocks within seconds of each other. A
/// failure comes out as the implementation's own exception.
/// </remarks>
public interface IOutboxStore
{
    /// <summary>
    /// Hands out heads of queues of one port whose time has come and that nobody holds, those that waited longest first, and
    /// counts an attempt of each. Found without visiting each incident. A hold that ran out without a word counts as a failure.
    /// </summary>
    /// <param name="port">The port.</param>
    /// <param name="now">The instant.</param>
    /// <param name="until">When a hold runs out: from then on the delivery is handed out again.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up; some may be held then.</param>
    ValueTask<IReadOnlyList<HeldDelivery>> HoldDeliveriesAsync(
        string port,
        DateTimeOffset now,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken);

    /// <summary>
    /// When a delivery to a port can be handed out next: its time, or the end of its hold; null where none is outstanding. Found
    /// without visiting each incident.
    /// </summary>
    ValueTask<DateTimeOffset?> NextDeliveryAsync(string port, CancellationToken cancellationToken);

    /// <summary>It is done: the next one of its queue is the head.</summary>
    /// <returns>False, and nothing changes, where somebody else holds it by now, or it is done.</returns>
    ValueTask<bool> CompleteDeliveryAsync(HeldDelivery held, CancellationToken cancellationToken);

    /// <summary>It is not done: it stays the head of its queue, and is handed out again later.</summary>
    /// <param name="held">The delivery.</param>
    /// <param name="notBefore">When.</param>
    /// <param name="isFailure">Whether the attempt counts as a failure.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False, and nothing changes, where somebody else holds it by now, or it is done.</returns>
    ValueTask<bool> PostponeDeliveryAsync(HeldDelivery held, DateTimeOffset notBefore, bool isFailure, CancellationToken cancellationToken);

    /// <summary>It is tried no more: the next one of its queue is the head.</summary>
    /// <param name="held">The delivery.</param>
    /// <param name="at">The instant.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False, and nothing changes, where somebody else holds it by now, or it is done.</returns>
    ValueTask<bool> SetDeliveryAsideAsync(HeldDelivery held, DateTimeOffset at, string reason, CancellationToken cancellationToken);

    /// <summary>What is set aside, the first set aside first.</summary>
    IAsyncEnumerable<DeliverySetAside> ListDeliveriesSetAsideAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Puts a delivery that was set aside back to its place in the queue, before all that came after it and still waits,
    /// with no attempts counted.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="port">The port.</param>
    /// <param name="id">The id of the delivery.</param>
    /// <param name="notBefore">When it may be handed out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where no such delivery is set aside.</returns>
    ValueTask<bool> RetryDeliveryAsync(
        IncidentId incident,
        string port,
        string id,
        DateTimeOffset notBefore,
        CancellationToken cancellationToken);

    /// <summary>
    /// What waits, by port, in ordinal order of names; ports with nothing outstanding and nothing set aside may be left out.
    /// </summary>
    ValueTask<IReadOnlyList<DeliveryBacklog>> ReadDeliveryBacklogAsync(CancellationToken cancellationToken);
}
