using IncidentKit.Templates;

namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>What there is to see: the incident as its events made it, the messages that were written, what was refused.</summary>
internal sealed class PlayScene : IIncidentObserver
{
    public Incident? Incident { get; private set; }

    public List<Notification> Messages { get; } = [];

    public List<(DateTimeOffset At, string Command, IReadOnlyList<Violation> Violations)> Refusals { get; } = [];

    /// <summary>Who was found on call, once somebody was looked up.</summary>
    public (DateTimeOffset At, string Who)? OnCall { get; set; }

    public ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken)
    {
        Incident = committed.Incident;
        return ValueTask.CompletedTask;
    }
}
