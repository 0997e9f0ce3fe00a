namespace IncidentKit;

/// <summary>Called after each commit of this process, so that a monitor knows when to wake up.</summary>
/// <remarks>
/// Register implementations as services, or use <see cref="IncidentManager.Subscribe"/>; one that needs the manager does the latter,
/// since the manager is made with the registered ones. Called on the thread of the command, before its caller gets the answer:
/// return at once and do not throw; what is thrown is logged. Called again when a command is repeated that is on record, since the
/// first try may have failed after its commit. Not called where nothing was recorded. A listener learns no text of an incident.
/// Implementations are thread-safe.
/// </remarks>
public interface ICommitListener
{
    /// <summary>An incident has a new version.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="version">Its version after the commit.</param>
    /// <param name="nextDueAt">The next instant at which an obligation or a page is due, in UTC; null if none is.</param>
    void OnCommitted(IncidentId incident, long version, DateTimeOffset? nextDueAt);
}
