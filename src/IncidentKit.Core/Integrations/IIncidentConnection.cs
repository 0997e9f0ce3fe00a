namespace IncidentKit;

/// <summary>
/// Connects what happens to a port: says which deliveries follow from a commit, and hands them over when their turn comes.
/// </summary>
/// <remarks>
/// The library connects <see cref="ITicketTracker"/>, <see cref="IIncidentChat"/> and <see cref="IStatusPage"/>; a host adds its own for
/// other tools. A delivery comes at least once, and per incident in order, through restarts too; each connection fails on its own. For
/// what may be lost, <see cref="IIncidentObserver"/> is lighter. Implementations are thread-safe.
/// </remarks>
public interface IIncidentConnection
{
    /// <summary>The name, see <see cref="IIncidentPort.Name"/>.</summary>
    string Name { get; }

    /// <summary>Whether it keeps restrictions (P62), see <see cref="IIncidentPort.KeepsRestrictions"/>.</summary>
    bool KeepsRestrictions { get; }

    /// <summary>What is to be delivered of a commit, in order; stored with it. Each has the name of this connection as its port.</summary>
    /// <remarks>
    /// A pure function: it is asked before the commit, perhaps several times for one, and waits for nothing. An exception is
    /// logged, and then nothing of the commit is delivered here.
    /// </remarks>
    /// <param name="committed">What happened, as this connection may see it.</param>
    IEnumerable<IncidentDelivery> Of(IncidentCommitted committed);

    /// <summary>Hands a delivery over.</summary>
    /// <remarks>
    /// It may throw, and it may hang: it is given up after the time that the host set (30 seconds where it
    /// set none), and tried again.
    /// </remarks>
    /// <param name="attempt">What, and how the incident stands now.</param>
    /// <param name="cancellationToken">Says that the time is over or the host stops; from then on nobody waits for the answer.</param>
    ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken);
}
