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

/// <summary>What became of a page.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PageOutcome
{
    private PageOutcome(bool isDelivered, string? reason) => (IsDelivered, Reason) = (isDelivered, reason);

    /// <summary>The pager took it.</summary>
    public static PageOutcome Delivered { get; } = new(true, null);

    /// <summary>Whether the pager took it.</summary>
    public bool IsDelivered { get; }

    /// <summary>Why not.</summary>
    public string? Reason { get; }

    /// <summary>The person cannot be reached: the next step is paged at once.</summary>
    /// <param name="reason">Why; kept in the record as one line of at most 200 characters.</param>
    public static PageOutcome NotDeliverable(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(false, FaultLine.OfMessage(reason));
    }
}
