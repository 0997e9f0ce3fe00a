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
            Name = Instruments.DecisionDuration,
            Kind = TelemetryKind.Histogram,
            Unit = "s",
            Meaning = "the time from a command to its answer, loading and recording included",
            Tags = [Instruments.Command, Instruments.DecisionOutcome, Instruments.ErrorType],
        },
        new()
        {
            Name = Instruments.ObligationsMissed,
            Kind = TelemetryKind.Counter,
            Unit = "{obligation}",
            Meaning = "misses that were recorded",
            Tags = [Instruments.Obligation],
        },
        new()
        {
            Name = Instruments.AttemptDuration,
            Kind = TelemetryKind.Histogram,
            Unit = "s",
            Meaning = "the time of one attempt to deliver",
            Tags = [Instruments.Port, Instruments.DeliveryOutcomeTag, Instruments.ErrorType],
        },
        new()
        {
            Name = Instruments.DeliveryLag,
            Kind = TelemetryKind.Histogram,
            Unit = "s",
            Meaning = "the time from when a delivery was due to when it was done",
            Tags = [Instruments.Port],
        },
        new()
        {
            Name = Instruments.DeliveriesSetAside,
            Kind = TelemetryKind.Counter,
            Unit = "{delivery}",
            Meaning = "deliveries that were set aside",
            Tags = [Instruments.Port, Instruments.DeliveryOutcomeTag],
        },
        new()
        {
            Name = Instruments.ExecuteActivity,
            Kind = TelemetryKind.Activity,
            Meaning = "one command, from the call to the answer",
            Tags = [Instruments.Incident, Instruments.Command, Instruments.DecisionOutcome, Instruments.ErrorType],
        },
        new()
        {
            Name = Instruments.DeliverActivity,
            Kind = TelemetryKind.Activity,
            Meaning = "one attempt to deliver",
            Tags = [Instruments.Incident, Instruments.Port, Instruments.Attempt, Instruments.DeliveryOutcomeTag, Instruments.ErrorType],
        },
    ];
}
