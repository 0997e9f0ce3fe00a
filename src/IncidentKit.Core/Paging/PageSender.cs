using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>Asks the pager to page, and waits for it no longer than the limit: a pager that fails or hangs has not delivered.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PageSender(IPager pager, TimeProvider clock, ILogger logger)
{
    public async Task<RecordPaging> PageAsync(PageRequest request, RecordPaging fact, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await TimeLimit
                .WithinAsync(limited => pager.PageAsync(request, limited), PagingMonitor.AttemptLimit, clock, cancellationToken)
                .ConfigureAwait(false);
            return outcome.IsDelivered ? fact : fact with { Fact = PagingFact.Failed, Reason = outcome.Reason };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.PagerFailed(e, request.Delivery);
            return fact with { Fact = PagingFact.Failed, Reason = "the pager failed" };
        }
    }
}
