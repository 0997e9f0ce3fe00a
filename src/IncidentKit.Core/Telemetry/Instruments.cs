using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IncidentKit;

/// <summary>
/// What is measured and traced. Only ids, names of types and closed sets of words go into tags: no text of an incident,
/// no message of an exception.
/// </summary>
internal sealed class Instruments
{
    public const string DecisionDuration = "incidentkit.decision.duration";
    public const string ObligationsMissed = "incidentkit.obligation.missed";
    public const string AttemptDuration = "incidentkit.delivery.attempt.duration";
    public const string DeliveryLag = "incidentkit.delivery.lag";
    public const string DeliveriesSetAside = "incidentkit.delivery.set_aside";
    public const string ExecuteActivity = "incidentkit.execute";
    public const string DeliverActivity = "incidentkit.deliver";
    public const string Incident = "incidentkit.incident.id";
    public const string Command = "incidentkit.command";
    public const string DecisionOutcome = "incidentkit.decision.outcome";
    public const string Obligation = "incidentkit.obligation";
    public const string Port = "incidentkit.port";
    public const string Attempt = "incidentkit.delivery.attempt";
    public const string DeliveryOutcomeTag = "incidentkit.delivery.outcome";
    public const string ErrorType = "error.type";

    private static readonly ActivitySource Source = new(IncidentKitTelemetry.Name);
    private static readonly Meter ProcessMeter = new(IncidentKitTelemetry.Name);

    private readonly TimeProvider _clock;
    private readonly Histogram<double> _decisions;
    private readonly Histogram<double> _attempts;
    private readonly Histogram<double> _lag;
    private readonly Counter<long> _missed;
    private readonly Counter<long> _setAside;

    private Instruments(Meter meter, TimeProvider clock)
    {
        _clock = clock;
        _decisions = meter.CreateHistogram<double>(DecisionDuration, "s", "The time from a command to its answer.");
        _attempts = meter.CreateHistogram<double>(AttemptDuration, "s", "The time of one attempt to deliver.");
        _lag = meter.CreateHistogram<double>(DeliveryLag, "s", "The time from when a delivery was due to when it was done.");
        _missed = meter.CreateCounter<long>(ObligationsMissed, "{obligation}", "Misses that were recorded.");
        _setAside = meter.CreateCounter<long>(DeliveriesSetAside, "{delivery}", "Deliveries that were set aside.");
    }

    /// <summary>The instruments of the host's meter; where it has none, those of the process.</summary>
    public static Instruments Of(IMeterFactory? meters, TimeProvider clock) =>
        new(meters?.Create(new MeterOptions(IncidentKitTelemetry.Name)) ?? ProcessMeter, clock);

    public async Task<Decision> MeasureAsync(IncidentCommand command, IncidentId? id, Func<Task<Decision>> decide)
    {
        using var activity = Source.StartActivity(ExecuteActivity);
        var since = _clock.GetTimestamp();
        var kind = command.GetType().Name;
        activity?.SetTag(Command, kind);
        if (id is { } known)
            activity?.SetTag(Incident, known.ToString());
        TagList tags = new() { { Command, kind } };
        try
        {
            var decision = await decide().ConfigureAwait(false);
            var outcome = decision.IsRefused ? "refused" : "accepted";
            tags.Add(DecisionOutcome, outcome);
            activity?.SetTag(DecisionOutcome, outcome);
            if (id is null && decision.Incident is { } declared)
                activity?.SetTag(Incident, declared.Id.ToString());
            return decision;
        }
        catch (Exception e)
        {
            Fail(activity, ref tags, DecisionOutcome, e);
            throw;
        }
        finally
        {
            _decisions.Record(_clock.GetElapsedTime(since).TotalSeconds, tags);
        }
    }

    /// <summary>Counts the misses among what was recorded.</summary>
    public void Recorded(IReadOnlyList<IncidentEvent> events)
    {
        if (!_missed.Enabled)
            return;
        foreach (var miss in events.OfType<ObligationMissed>())
            _missed.Add(1, new KeyValuePair<string, object?>(Obligation, miss.Obligation));
    }

    public DeliverySpan StartDelivery(HeldDelivery held)
    {
        var activity = Source.StartActivity(DeliverActivity, ActivityKind.Producer);
        activity?.SetTag(Incident, held.Incident.ToString()).SetTag(Port, held.Delivery.Port).SetTag(Attempt, held.Attempt);
        return new DeliverySpan(this, activity, held.Delivery.Port, _clock.GetTimestamp());
    }

    public void Delivered(HeldDelivery held, DateTimeOffset now) =>
        _lag.Record(Math.Max(0, (now - held.Delivery.NotBefore).TotalSeconds), new KeyValuePair<string, object?>(Port, held.Delivery.Port));

    public void SetAside(HeldDelivery held, DeliveryOutcome outcome) =>
        _setAside.Add(
            1,
            new KeyValuePair<string, object?>(Port, held.Delivery.Port),
            new KeyValuePair<string, object?>(DeliveryOutcomeTag, Word(outcome)));

    private static void Fail(Activity? activity, ref TagList tags, string outcome, Exception e)
    {
        tags.Add(outcome, "error");
        tags.Add(ErrorType, e.GetType().FullName);
        activity?.SetTag(outcome, "error").SetTag(ErrorType, e.GetType().FullName).SetStatus(ActivityStatusCode.Error);
    }

    private static string Word(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered => "delivered",
        DeliveryOutcome.Withheld => "withheld",
        DeliveryOutcome.Refused => "refused",
        DeliveryOutcome.Throttled => "throttled",
        _ => "unknown",
    };

    /// <summary>One attempt that is under way.</summary>
    internal sealed class DeliverySpan(Instruments instruments, Activity? activity, string port, long since) : IDisposable
    {
        /// <summary>It ended; null where it was given up before the connection was asked.</summary>
        public void End(DeliveryOutcome? outcome, Exception? error)
        {
            var word = outcome is { } came ? Word(came) : "given_up";
            TagList tags = new() { { Port, port }, { DeliveryOutcomeTag, word } };
            activity?.SetTag(DeliveryOutcomeTag, word);
            if (error is not null)
            {
                tags.Add(ErrorType, error.GetType().FullName);
                activity?.SetTag(ErrorType, error.GetType().FullName);
            }

            if (outcome is DeliveryOutcome.Refused or DeliveryOutcome.Unknown or null)
                activity?.SetStatus(ActivityStatusCode.Error);
            instruments._attempts.Record(instruments._clock.GetElapsedTime(since).TotalSeconds, tags);
        }

        public void Dispose() => activity?.Dispose();
    }
}
