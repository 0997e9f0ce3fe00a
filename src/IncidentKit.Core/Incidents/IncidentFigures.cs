namespace IncidentKit;

/// <summary>The figures of one incident. What is unknown is null, and what contradicts itself is null and named.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record IncidentFigures
{
    /// <summary>From the start of impact to detection.</summary>
    public TimeSpan? ToDetect { get; init; }

    /// <summary>From detection to the first acknowledgement.</summary>
    public TimeSpan? ToAcknowledge { get; init; }

    /// <summary>From the start of impact to the first mitigation.</summary>
    public TimeSpan? ToMitigate { get; init; }

    /// <summary>From the start of impact to the last resolution; null if the incident recurred since.</summary>
    public TimeSpan? ToResolve { get; init; }

    /// <summary>The time during which the service was down.</summary>
    public TimeSpan? Downtime { get; init; }

    /// <summary>Where the downtime comes from; null where it is unknown.</summary>
    public DowntimeBasis? DowntimeBasis { get; init; }

    /// <summary>The times that contradict each other.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];

    /// <summary>Whether nothing of the incident goes to the public: it is restricted, or a drill.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The figures of <paramref name="incident"/>, as far as things had happened by <paramref name="instant"/>.</summary>
    public static IncidentFigures Of(Incident incident, DateTimeOffset? instant = null)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var until = instant ?? DateTimeOffset.MaxValue;
        var times = incident.Times;
        var started = At(times.Started);
        var detected = At(times.Detected);
        var acknowledged = At(times.Acknowledged);
        var mitigated = At(times.Mitigated);
        var resolved = incident.Facts.ResolvedBy(until)?.Instant;
        List<Contradiction> contradictions = [];
        Check(("started", started), ("detected", detected), "toDetect");
        Check(("detected", detected), ("acknowledged", acknowledged), "toAcknowledge");
        if (detected is null)
            Check(("started", started), ("acknowledged", acknowledged), "order");
        Check(("started", started), ("mitigated", mitigated), "toMitigate");
        Check(("mitigated", mitigated), ("resolved", resolved), "order");
        Check(("started", started), ("resolved", resolved), "toResolve");

        var downtime = incident.Facts.DowntimeBy(until);
        return new IncidentFigures
        {
            ToDetect = Span(started, detected),
            ToAcknowledge = Span(detected, acknowledged),
            ToMitigate = Span(started, mitigated),
            ToResolve = Span(started, resolved),
            Downtime = downtime.Total,
            DowntimeBasis = downtime.Basis,
            Contradictions = contradictions,
            IsPrivate = incident.IsRestricted || incident.IsDrill,
        };

        DateTimeOffset? At(When? when) => when?.Instant is { } at && at <= until ? at : null;

        void Check((string Name, DateTimeOffset? At) earlier, (string Name, DateTimeOffset? At) later, string what)
        {
            if (later.At < earlier.At)
            {
                contradictions.Add(new(
                    what,
                    earlier.Name,
                    later.Name,
                    $"{later.Name} ({When.At(later.At.Value)}) lies before {earlier.Name} ({When.At(earlier.At.Value)})"));
            }
        }
    }

    /// <summary>Whether a public post-mortem is due under <paramref name="policy"/>.</summary>
    public PublicPostMortem PublicPostMortemUnder(IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return !policy.UsersExpectPostMortem || IsPrivate ? PublicPostMortem.NotDue
            : Downtime is not { } downtime ? PublicPostMortem.Unknown
            : downtime >= policy.PublicPostMortemFrom ? PublicPostMortem.Due
            : PublicPostMortem.NotDue;
    }

    private static TimeSpan? Span(DateTimeOffset? from, DateTimeOffset? to) => to >= from ? to - from : null;
}
