using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IncidentKit.Hosting;

/// <summary>One attempt to deliver that is under way.</summary>
internal sealed class DeliverySpan(Activity? activity, string port, TimeProvider clock, Histogram<double> durations) : IDisposable
{
    private readonly long _since = clock.GetTimestamp();

    /// <summary>It ended; null where it was given up before the connection was asked.</summary>
    public void End(DeliveryOutcome? outcome, Exception? error)
    {
        var word = outcome is { } came ? Word(came) : "given_up";
        TagList tags = new() { { SignalNames.Port, port }, { SignalNames.DeliveryOutcome, word } };
        activity?.SetTag(SignalNames.DeliveryOutcome, word);
        if (error is not null)
        {
            tags.Add(SignalNames.ErrorType, error.GetType().FullName);
            activity?.SetTag(SignalNames.ErrorType, error.GetType().FullName);
        }

        if (outcome is DeliveryOutcome.Refused or DeliveryOutcome.Unknown or null)
            activity?.SetStatus(ActivityStatusCode.Error);
        durations.Record(clock.GetElapsedTime(_since).TotalSeconds, tags);
    }

    /// <inheritdoc />
    public void Dispose() => activity?.Dispose();

    /// <summary>The word of an outcome in tags.</summary>
    public static string Word(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered => "delivered",
        DeliveryOutcome.Withheld => "withheld",
        DeliveryOutcome.Refused => "refused",
        DeliveryOutcome.Throttled => "throttled",
        _ => "unknown",
    };
}
