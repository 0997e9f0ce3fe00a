namespace IncidentKit.Hosting;

/// <summary>
/// Wakes the monitors of this process after each commit. The manager knows it, and the monitors do, so
/// that neither needs the other.
/// </summary>
internal sealed class CommitSignal : ICommitListener
{
    /// <summary>Raised after each commit.</summary>
    public event Action? Raised;

    /// <inheritdoc />
    public void OnCommitted(IncidentId incident, long version, DateTimeOffset? nextDueAt) => Raised?.Invoke();
}
