namespace IncidentKit;

/// <summary>Is told what happened, once it is recorded: the light way, for what may be lost, such as a screen that is drawn anew.</summary>
/// <remarks>
/// Called after the commit, from any thread: for one incident once per commit of this process, in the order of recording and one
/// call at a time; for different incidents at the same time. Each observer has a queue of its own, so one that hangs or fails
/// stops no other. A failure is logged and not tried again, and what is still queued is lost when the process ends; what must
/// arrive, or arrive once the network is back, is an <see cref="IIncidentConnection"/>: stored with the commit and tried until it is
/// done. No caller of a command waits for an observer, so an observer may give commands itself. If more than
/// <see cref="IncidentManagerOptions.MaxWaitingCommits"/> commits wait for one, the oldest are dropped, counted and logged. To wait for
/// observers, in a test or when a host ends, call <see cref="IncidentManager.DrainObserversAsync"/>.
/// </remarks>
public interface IIncidentObserver
{
    /// <summary>
    /// Whether it keeps restrictions (P62): where it does, it is given a restricted incident as it is; else
    /// only what outsiders may see.
    /// </summary>
    /// <value>False.</value>
    bool KeepsRestrictions => false;

    /// <summary>Something happened to an incident.</summary>
    /// <param name="committed">The incident and what happened.</param>
    /// <param name="cancellationToken">Never that of the command: what is recorded is told, even where the caller has gone away.</param>
    ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken);
}
