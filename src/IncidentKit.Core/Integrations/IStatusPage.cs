namespace IncidentKit;

/// <summary>Tells the public (P21, P23, P60). It never hears of drills and of restricted incidents.</summary>
/// <remarks>Thread safety and repeats: see <see cref="IIncidentPort"/>.</remarks>
public interface IStatusPage : IIncidentPort
{
    /// <summary>Publishes an update: the first one of an incident opens its thread, later ones are appended to it.</summary>
    /// <param name="update">What the public is told.</param>
    /// <param name="cancellationToken">Says that the time is over; from then on nobody waits for the answer.</param>
    ValueTask<DeliveryResult> PublishAsync(StatusPageUpdate update, CancellationToken cancellationToken);

    /// <summary>Publishes the last update of an incident and ends its thread.</summary>
    /// <param name="update">What the public is told.</param>
    /// <param name="cancellationToken">Says that the time is over; from then on nobody waits for the answer.</param>
    ValueTask<DeliveryResult> ResolveAsync(StatusPageUpdate update, CancellationToken cancellationToken);
}
