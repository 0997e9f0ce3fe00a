namespace IncidentKit;

/// <summary>Holds the channel of record of an incident (P18, P60).</summary>
/// <remarks>Thread safety and repeats: see <see cref="IIncidentPort"/>.</remarks>
public interface IIncidentChat : IIncidentPort
{
    /// <summary>Opens a channel, or finds the one that this delivery opened before.</summary>
    /// <param name="request">Which channel.</param>
    /// <param name="cancellationToken">Says that the time is over; from then on nobody waits for the answer.</param>
    /// <returns>
    /// The answer; where it is delivered, with the name that the channel got and its link. Both flow back to the
    /// incident where there is a link.
    /// </returns>
    ValueTask<DeliveryResult> OpenAsync(ChannelRequest request, CancellationToken cancellationToken);

    /// <summary>Writes into a channel.</summary>
    /// <param name="post">What, and where.</param>
    /// <param name="cancellationToken">Says that the time is over; from then on nobody waits for the answer.</param>
    ValueTask<DeliveryResult> PostAsync(ChannelPost post, CancellationToken cancellationToken);

    /// <summary>Brings people into a channel. Those who are there already are no error.</summary>
    /// <param name="invitation">Whom, and where to.</param>
    /// <param name="cancellationToken">Says that the time is over; from then on nobody waits for the answer.</param>
    ValueTask<DeliveryResult> InviteAsync(ChannelInvitation invitation, CancellationToken cancellationToken);
}
