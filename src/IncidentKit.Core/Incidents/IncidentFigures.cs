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
        var started = ("started", At: At(times.Started));
        var detected = ("detected", At: At(times.Detected));
        var acknowledged = ("acknowledged", At: At(times.Acknowledged));
        var mitigated = ("mitigated", At: At(times.Mitigated));
        var resolved = ("resolved", incident.Facts.ResolvedBy(until)?.Instant);
        List<Contradiction> contradictions = [];
        var toDetect = Span(started, detected, "toDetect");
        var toAcknowledge = Span(detected, acknowledged, "toAcknowledge");
        if (detected.At is null)
            Span(started, acknowledged, "order");
        var toMitigate = Span(started, mitigated, "toMitigate");
        Span(mitigated, resolved, "order");
        var toResolve = Span(started, resolved, "toResolve");
        var downtime = incident.Facts.DowntimeBy(until);
        return new IncidentFigures
        {
            ToDetect = toDetect,
            ToAcknowledge = toAcknowledge,
            ToMitigate = toMitigate,
            ToResolve = toResolve,
            Downtime = downtime.Total,
            DowntimeBasis = downtime.Basis,
            Contradictions = contradictions,
            IsPrivate = incident.IsRestricted || incident.IsDrill,
        };

        DateTimeOffset? At(When? when) => when?.Instant is { } at && at <= until ? at : null;

        TimeSpan? Span((string Name, DateTimeOffset? At) earlier, (string Name, DateTimeOffset? At) later, string what)
        {
            if (!(later.At < earlier.At))
                return later.At - earlier.At;
            contradictions.Add(new(
                what,
                earlier.Name,
                later.Name,
                $"{later.Name} ({When.At(later.At.Value)}) lies before {earlier.Name} ({When.At(earlier.At.Value)})"));
            return null;
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
}
