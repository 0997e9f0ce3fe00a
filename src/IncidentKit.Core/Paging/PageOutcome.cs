namespace IncidentKit;

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
