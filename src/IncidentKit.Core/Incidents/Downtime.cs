namespace IncidentKit;

/// <summary>The time during which the service was down, as far as it is known by an instant, and where it comes from.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Downtime
{
    internal Downtime(IncidentFacts facts, DateTimeOffset until)
    {
        List<(DateTimeOffset? From, DateTimeOffset? To)> outages =
            [.. facts.Impact.Where(stated => stated.Kind == ImpactKind.Outage).Select(stated => (stated.When.Instant, stated.To?.Instant))];
        Basis = DowntimeBasis.Intervals;
        if (facts.Impact.Count == 0)
        {
            var isMitigated = facts.Times.Mitigated?.Instant <= until;
            Basis = isMitigated ? DowntimeBasis.Assumed : DowntimeBasis.UpperBound;
            outages = [(facts.Started?.Instant, (isMitigated ? facts.Times.Mitigated : facts.ResolvedBy(until))?.Instant)];
        }

        IsContradictory = outages.Exists(outage => outage.To < outage.From);
        // An interval whose end is unknown or has not come leaves the downtime unknown: half an interval is no value.
        if (outages.TrueForAll(outage => outage.From <= outage.To && outage.To <= until))
            Intervals = outages.ConvertAll(outage => new Interval(outage.From!.Value, outage.To!.Value));
        else
            Basis = null;
        Total = Basis is null ? null : Interval.Union(Intervals);
    }

    /// <summary>The time that the intervals cover together; null if it is unknown.</summary>
    public TimeSpan? Total { get; }

    /// <summary>Where it comes from; null if it is unknown.</summary>
    public DowntimeBasis? Basis { get; }

    /// <summary>The intervals that it is made of, in UTC; they may overlap. Empty if it is unknown or zero.</summary>
    public IReadOnlyList<Interval> Intervals { get; } = [];

    /// <summary>Whether it is unknown because an end lies before its start.</summary>
    public bool IsContradictory { get; }
}
