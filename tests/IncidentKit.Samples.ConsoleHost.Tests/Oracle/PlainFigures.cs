namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>Phase, durations, downtime and contradictions of a recorded incident.</summary>
internal sealed class PlainFigures
{
    private readonly PlainRecord _record;

    public PlainFigures(PlainRecord record)
    {
        _record = record;
        ToDetect = Span("toDetect", ("started", record.Started), ("detected", record.Detected));
        ToAcknowledge = Span("toAcknowledge", ("detected", record.Detected), ("acknowledged", record.Acknowledged));
        if (record.Detected.At is null)
            Span("order", ("started", record.Started), ("acknowledged", record.Acknowledged));
        ToMitigate = Span("toMitigate", ("started", record.Started), ("mitigated", record.Mitigated));
        Span("order", ("mitigated", record.Mitigated), ("resolved", record.Resolved));
        ToResolve = Span("toResolve", ("started", record.Started), ("resolved", record.Resolved));
        Downtime = FindDowntime();
    }

    public double? ToDetect { get; }

    public double? ToAcknowledge { get; }

    public double? ToMitigate { get; }

    public double? ToResolve { get; }

    public double? Downtime { get; }

    /// <summary>Null where there is no downtime to have one.</summary>
    public string? DowntimeBasis =>
        Downtime is null ? null : _record.Impact.Count > 0 ? "intervals" : _record.Mitigated.At is not null ? "assumed" : "upperBound";

    public List<string> Contradictions { get; } = [];

    public string PublicPostMortem => Downtime switch { null => "unknown", >= 1800 => "due", _ => "notDue" };

    public string Phase
    {
        get
        {
            if (_record.Resolved.At is not null)
                return "Recovery";
            if (_record.Recurrences.LastOrDefault() is { Mitigated.At: null })
                return "Mitigation";
            return _record.Mitigated.At is not null || _record.Escalated.At is not null || _record.Recurrences.Count > 0
                ? "Resolution"
                : "Detection";
        }
    }

    private double? Span(string what, (string Name, Fact Fact) from, (string Name, Fact Fact) to)
    {
        var seconds = (to.Fact.At - from.Fact.At)?.TotalSeconds;
        if (!(seconds < 0))
            return seconds;
        Contradictions.Add($"{what}: {from.Name}, {to.Name}");
        return null;
    }

    // Where no interval is stated, one outage from started to mitigated is assumed; to resolved, as an upper bound.
    private double? FindDowntime()
    {
        if (_record.Impact.Count > 0)
            return UnionOfOutages();
        return _record.Mitigated.At is not null ? ToMitigate : ToResolve;
    }

    // Second by second would do; from edge to edge is enough.
    private double? UnionOfOutages()
    {
        var outages = _record.Impact.Where(i => i.Kind == "outage").ToList();
        if (outages.Any(o => o.From.At is null || o.To.At is null))
            return null;
        var edges = outages.SelectMany(o => new[] { o.From.At!.Value, o.To.At!.Value }).Distinct().Order().ToList();
        return edges.Zip(edges.Skip(1))
            .Where(piece => outages.Any(o => o.From.At <= piece.First && piece.Second <= o.To.At))
            .Sum(piece => (piece.Second - piece.First).TotalSeconds);
    }
}
