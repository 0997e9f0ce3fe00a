namespace IncidentKit;

/// <summary>The names of metrics, spans and tags, for the packages that record them.</summary>
internal static class SignalNames
{
    public const string DecisionDuration = "incidentkit.decision.duration";
    public const string ObligationsMissed = "incidentkit.obligation.missed";
    public const string ObserversDropped = "incidentkit.observer.dropped";
    public const string AttemptDuration = "incidentkit.delivery.attempt.duration";
    public const string DeliveryLag = "incidentkit.delivery.lag";
    public const string DeliveriesSetAside = "incidentkit.delivery.set_aside";
    public const string ExecuteActivity = "incidentkit.execute";
    public const string DeliverActivity = "incidentkit.deliver";
    public const string Incident = "incidentkit.incident.id";
    public const string Command = "incidentkit.command";
    public const string DecisionOutcome = "incidentkit.decision.outcome";
    public const string Obligation = "incidentkit.obligation";
    public const string Observer = "incidentkit.observer";
    public const string Port = "incidentkit.port";
    public const string Attempt = "incidentkit.delivery.attempt";
    public const string DeliveryOutcome = "incidentkit.delivery.outcome";
    public const string ErrorType = "error.type";
}
