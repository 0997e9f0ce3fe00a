namespace IncidentKit.Hosting;

/// <summary>Wakes a monitor after each commit of this process.</summary>
internal sealed class CommitSignal(Action wakeUp) : ICommitListener
{
    /// <inheritdoc />
    public void OnCommitted(IncidentId incident, long version, DateTimeOffset? nextDueAt) => wakeUp();
}
