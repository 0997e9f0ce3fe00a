namespace IncidentKit;

/// <summary>Is told what happened, once it is recorded: to page, to write into a chat, to update a status page.</summary>
/// <remarks>
/// Called from any thread, after the commit. Calls for one incident may overlap where commands do: order them by
/// <see cref="Incident.Version"/>. A failure is logged; it stops neither the other observers nor the command. The caller of the
/// command waits for all observers, so slow work belongs in a queue of the host's.
/// </remarks>
public interface IIncidentObserver
{
    /// <summary>Something happened to an incident.</summary>
    /// <param name="committed">The incident and what happened.</param>
    /// <param name="cancellationToken">Never that of the command: what is recorded is told, even where the caller has gone away.</param>
    ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken);
}
