namespace IncidentKit;

/// <summary>Pages people: a port to the host's paging service.</summary>
/// <remarks>
/// Implementations are thread-safe. The same <see cref="PageRequest.Delivery"/> may come twice, after a crash or from two hosts on one
/// store: it pages once. An exception counts as not deliverable, and so does no answer within 30 seconds. One that blocks its thread, and
/// does not await, holds up the pages of its incident for as long.
/// </remarks>
public interface IPager
{
    /// <summary>Pages one person.</summary>
    /// <param name="request">Whom, and what the page says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<PageOutcome> PageAsync(PageRequest request, CancellationToken cancellationToken);
}
