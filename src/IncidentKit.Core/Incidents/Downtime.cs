namespace IncidentKit;

/// <summary>The time during which the service was down, as far as it is known by an instant, and where it comes from.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Downtime
{
    internal Downtime(IncidentFacts facts, DateTimeOffset until)
    {
        if (facts.Impact.Count > 0)
        {
            var outages = facts.Impact.Where(stated => stated.Kind == ImpactKind.Outage)
                .Select(stated => (From: stated.When.Instant, To: stated.To?.Instant))
                .ToList();
            IsContradictory = outages.Exists(outage => outage.To < outage.From);
            // An interval whose end is unknown or has not come leaves the downtime unknown: half an interval is no value.
            if (!outages.TrueForAll(outage => outage.From <= outage.To && outage.To <= until))
                return;
            Basis = DowntimeBasis.Intervals;
            Intervals = [.. outages.Select(outage => new Interval(outage.From!.Value, outage.To!.Value))];
        }
        else
        {
            var mitigated = facts.Times.Mitigated?.Instant is { } at && at <= until ? at : (DateTimeOffset?)null;
            if (facts.Started?.Instant is not { } from || (mitigated ?? facts.ResolvedBy(until)?.Instant) is not { } to)
                return;
            IsContradictory = to < from;
            if (IsContradictory)
                return;
            Basis = mitigated is null ? DowntimeBasis.UpperBound : DowntimeBasis.Assumed;
            Intervals = [new(from, to)];
        }

        Total = Interval.Union(Intervals);
    }

    /// <summary>The time that the intervals cover together; null if it is unknown.</summary>
    public TimeSpan? Total { get; }

    /// <summary>Where it comes from; null if it is unknown.</summary>
    public DowntimeBasis? Basis { get; }

    /// <summary>The intervals that it is made of, in UTC; they may overlap. Empty if the downtime is unknown or zero.</summary>
    public IReadOnlyList<Interval> Intervals { get; } = [];

    /// <summary>Whether it is unknown because an end lies before its start.</summary>
    public bool IsContradictory { get; }
}
