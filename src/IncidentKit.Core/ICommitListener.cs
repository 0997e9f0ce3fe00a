namespace IncidentKit;

/// <summary>
/// Called after each commit of this process, so that a monitor knows when to wake up. Register implementations as services.
/// </summary>
/// <remarks>
/// Called on the thread of the command, before its caller gets the answer: return at once and do not throw; what is thrown is logged.
/// A listener learns no text of an incident. Implementations are thread-safe.
/// </remarks>
public interface ICommitListener
{
    /// <summary>An incident has a new version.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="version">Its version after the commit.</param>
    /// <param name="nextDueAt">The next instant at which an obligation or a page is due, in UTC; null if none is.</param>
    void OnCommitted(IncidentId incident, long version, DateTimeOffset? nextDueAt);
}
