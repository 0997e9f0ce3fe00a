namespace IncidentKit;

/// <summary>The names by which a host listens to the library: give <see cref="Name"/> to its meter and its traces.</summary>
/// <remarks>No title, service or other text of an incident is in any tag. Thread-safe.</remarks>
public static class IncidentKitTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "IncidentKit";

    /// <summary>Everything that is measured, traced and tagged.</summary>
    public static IReadOnlyList<TelemetrySignal> Signals { get; } =
    [
        new()
        {
            Name = SignalNames.DecisionDuration,
            Kind = TelemetryKind.Histogram,
            Unit = "s",
            Meaning = "the time from a command to its answer, loading and recording included",
            Tags = [SignalNames.Command, SignalNames.DecisionOutcome, SignalNames.ErrorType],
        },
        new()
        {
            Name = SignalNames.ObligationsMissed,
            Kind = TelemetryKind.Counter,
            Unit = "{obligation}",
            Meaning = "misses that were recorded",
            Tags = [SignalNames.Obligation],
        },
        new()
        {
            Name = SignalNames.ObserversDropped,
            Kind = TelemetryKind.Counter,
            Unit = "{commit}",
            Meaning = "commits that an observer was not told of, since too many waited for it",
            Tags = [SignalNames.Observer],
        },
        new()
        {
            Name = SignalNames.AttemptDuration,
            Kind = TelemetryKind.Histogram,
            Unit = "s",
            Meaning = "the time of one attempt to deliver",
            Tags = [SignalNames.Port, SignalNames.DeliveryOutcome, SignalNames.ErrorType],
        },
        new()
        {
            Name = SignalNames.DeliveryLag,
            Kind = TelemetryKind.Histogram,
            Unit = "s",
            Meaning = "the time from when a delivery was due to when it was done",
            Tags = [SignalNames.Port],
        },
        new()
        {
            Name = SignalNames.DeliveriesSetAside,
            Kind = TelemetryKind.Counter,
            Unit = "{delivery}",
            Meaning = "deliveries that were set aside",
            Tags = [SignalNames.Port, SignalNames.DeliveryOutcome],
        },
        new()
        {
            Name = SignalNames.ExecuteActivity,
            Kind = TelemetryKind.Activity,
            Meaning = "one command, from the call to the answer",
            Tags = [SignalNames.Incident, SignalNames.Command, SignalNames.DecisionOutcome, SignalNames.ErrorType],
        },
        new()
        {
            Name = SignalNames.DeliverActivity,
            Kind = TelemetryKind.Activity,
            Meaning = "one attempt to deliver",
            Tags = [SignalNames.Incident, SignalNames.Port, SignalNames.Attempt, SignalNames.DeliveryOutcome, SignalNames.ErrorType],
        },
    ];
}
