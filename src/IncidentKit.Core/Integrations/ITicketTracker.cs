namespace IncidentKit;

/// <summary>Files tickets: for levels that page nobody, or nobody outside business hours (P30, P60).</summary>
/// <remarks>Thread safety and repeats: see <see cref="IIncidentPort"/>.</remarks>
public interface ITicketTracker : IIncidentPort
{
    /// <summary>Files a ticket.</summary>
    /// <param name="request">What for.</param>
    /// <param name="cancellationToken">Says that the time is over; from then on nobody waits for the answer.</param>
    /// <returns>The answer; where it is delivered, with the ticket's number and link, which are noted on the incident.</returns>
    ValueTask<DeliveryResult> FileAsync(TicketRequest request, CancellationToken cancellationToken);
}
