using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IncidentKit;

/// <summary>
/// What the manager measures and traces. Only ids, names of types and closed sets of words go into tags: no text of an incident,
/// no message of an exception.
/// </summary>
internal sealed class Instruments
{
    private static readonly ActivitySource Source = new(IncidentKitTelemetry.Name);
    private static readonly Meter ProcessMeter = new(IncidentKitTelemetry.Name);

    private readonly TimeProvider _clock;
    private readonly Histogram<double> _decisions;
    private readonly Counter<long> _missed;
    private readonly Counter<long> _dropped;

    private Instruments(Meter meter, TimeProvider clock)
    {
        _clock = clock;
        _decisions = meter.CreateHistogram<double>(SignalNames.DecisionDuration, "s", "The time from a command to its answer.");
        _missed = meter.CreateCounter<long>(SignalNames.ObligationsMissed, "{obligation}", "Misses that were recorded.");
        _dropped = meter.CreateCounter<long>(
            SignalNames.ObserversDropped, "{commit}", "Commits that an observer was not told of, since too many waited for it.");
    }

    /// <summary>The instruments of the host's meter; where it has none, those of the process.</summary>
    public static Instruments Of(IMeterFactory? meters, TimeProvider clock) =>
        new(meters?.Create(new MeterOptions(IncidentKitTelemetry.Name)) ?? ProcessMeter, clock);

    public async Task<Decision> MeasureAsync(IncidentCommand command, IncidentId? id, Func<Task<Decision>> decide)
    {
        using var activity = Source.StartActivity(SignalNames.ExecuteActivity);
        var since = _clock.GetTimestamp();
        var kind = command.GetType().Name;
        activity?.SetTag(SignalNames.Command, kind);
        if (id is { } known)
            activity?.SetTag(SignalNames.Incident, known.ToString());
        TagList tags = new() { { SignalNames.Command, kind } };
        try
        {
            var decision = await decide().ConfigureAwait(false);
            var outcome = decision.IsRefused ? "refused" : "accepted";
            tags.Add(SignalNames.DecisionOutcome, outcome);
            activity?.SetTag(SignalNames.DecisionOutcome, outcome);
            if (id is null && decision.Incident is { } declared)
                activity?.SetTag(SignalNames.Incident, declared.Id.ToString());
            return decision;
        }
        catch (Exception e)
        {
            var error = e.GetType().FullName;
            tags.Add(SignalNames.DecisionOutcome, "error");
            tags.Add(SignalNames.ErrorType, error);
            activity?.SetTag(SignalNames.DecisionOutcome, "error").SetTag(SignalNames.ErrorType, error).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            _decisions.Record(_clock.GetElapsedTime(since).TotalSeconds, tags);
        }
    }

    /// <summary>Counts a commit that an observer is not told of.</summary>
    public void ObserverDropped(string observer) => _dropped.Add(1, new KeyValuePair<string, object?>(SignalNames.Observer, observer));

    /// <summary>Counts the misses among what was recorded.</summary>
    public void Recorded(IReadOnlyList<IncidentEvent> events)
    {
        if (!_missed.Enabled)
            return;
        foreach (var miss in events.OfType<ObligationMissed>())
            _missed.Add(1, new KeyValuePair<string, object?>(SignalNames.Obligation, miss.Obligation));
    }
}
