using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IncidentKit.Hosting;

/// <summary>What deliveries measure and trace, in words of closed sets: no text of an incident, no message of an exception.</summary>
internal sealed class DeliveryInstruments
{
    private static readonly ActivitySource Source = new(IncidentKitTelemetry.Name);
    private static readonly Meter ProcessMeter = new(IncidentKitTelemetry.Name);

    private readonly TimeProvider _clock;
    private readonly Histogram<double> _attempts;
    private readonly Histogram<double> _lag;
    private readonly Counter<long> _setAside;

    private DeliveryInstruments(Meter meter, TimeProvider clock)
    {
        _clock = clock;
        _attempts = meter.CreateHistogram<double>(SignalNames.AttemptDuration, "s", "The time of one attempt to deliver.");
        _lag = meter.CreateHistogram<double>(SignalNames.DeliveryLag, "s", "The time from when a delivery was due to when it was done.");
        _setAside = meter.CreateCounter<long>(SignalNames.DeliveriesSetAside, "{delivery}", "Deliveries that were set aside.");
    }

    /// <summary>The instruments of the host's meter; without a meter factory, those of the process.</summary>
    public static DeliveryInstruments Of(IMeterFactory? meters, TimeProvider clock) =>
        new(meters?.Create(new MeterOptions(IncidentKitTelemetry.Name)) ?? ProcessMeter, clock);

    public DeliverySpan Start(HeldDelivery held)
    {
        var activity = Source.StartActivity(SignalNames.DeliverActivity, ActivityKind.Producer);
        activity?.SetTag(SignalNames.Incident, held.Incident.ToString())
            .SetTag(SignalNames.Port, held.Delivery.Port)
            .SetTag(SignalNames.Attempt, held.Attempt);
        return new DeliverySpan(activity, held.Delivery.Port, _clock, _attempts);
    }

    public void Delivered(HeldDelivery held, DateTimeOffset now) =>
        _lag.Record(Math.Max(0, (now - held.Delivery.NotBefore).TotalSeconds), Tag(SignalNames.Port, held.Delivery.Port));

    public void SetAside(HeldDelivery held, DeliveryOutcome outcome) =>
        _setAside.Add(1, Tag(SignalNames.Port, held.Delivery.Port), Tag(SignalNames.DeliveryOutcome, DeliverySpan.Word(outcome)));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
