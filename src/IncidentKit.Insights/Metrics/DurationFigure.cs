namespace IncidentKit.Insights;

/// <summary>One duration over several incidents: each is a sample, or is listed apart with the reason.</summary>
/// <remarks>What is unknown, contradictory, still open or did not happen never counts as zero. Immutable and thread-safe.</remarks>
public sealed class DurationFigure
{
    /// <summary>The fewest samples for which a 90th percentile is given (P58).</summary>
    public const int LeastForPercentile = 10;

    internal DurationFigure(string name, string definition, IEnumerable<(Incident Incident, FigureReading Reading)> readings)
    {
        (Name, Definition) = (name, definition);
        var by = readings.ToLookup(one => one.Reading.Standing);
        Samples = SamplesOf(by[FigureStanding.Known]);
        AtMost = SamplesOf(by[FigureStanding.AtMost]);
        Unknown = IdsOf(by[FigureStanding.Unknown]);
        Contradictory = IdsOf(by[FigureStanding.Contradictory]);
        Open = IdsOf(by[FigureStanding.Open]);
        Without = IdsOf(by[FigureStanding.None]);
    }

    /// <summary>One of <see cref="FigureNames"/>.</summary>
    public string Name { get; }

    /// <summary>From where to where it is measured, in words.</summary>
    public string Definition { get; }

    /// <summary>The samples, the shortest first.</summary>
    public IReadOnlyList<FigureSample> Samples { get; }

    /// <summary>Incidents with an upper bound alone; they are no samples.</summary>
    public IReadOnlyList<FigureSample> AtMost { get; }

    /// <summary>Incidents in which it is unknown.</summary>
    public IReadOnlyList<IncidentId> Unknown { get; }

    /// <summary>Incidents whose times say that it ended before it began.</summary>
    public IReadOnlyList<IncidentId> Contradictory { get; }

    /// <summary>Incidents that are under way, in which it has not ended yet.</summary>
    public IReadOnlyList<IncidentId> Open { get; }

    /// <summary>Incidents in which it did not happen, or is not asked for.</summary>
    public IReadOnlyList<IncidentId> Without { get; }

    /// <summary>How many samples there are: a median without it says nothing.</summary>
    public int N => Samples.Count;

    /// <summary>The median by the nearest rank: the duration of an incident; null without a sample.</summary>
    public TimeSpan? Median => N > 0 ? NearestRank.Of(Samples, 50).Duration : null;

    /// <summary>The 90th percentile by the nearest rank; null below <see cref="LeastForPercentile"/> samples.</summary>
    public TimeSpan? Percentile90 => N >= LeastForPercentile ? NearestRank.Of(Samples, 90).Duration : null;

    /// <summary>The sum of the samples; null without a sample.</summary>
    public TimeSpan? Total => N > 0 ? new TimeSpan(Samples.Sum(sample => sample.Duration.Ticks)) : null;

    /// <inheritdoc />
    public override string ToString() => $"{Name}: {(Median is { } median ? $"median {median}, " : "")}n = {N}";

    private static List<FigureSample> SamplesOf(IEnumerable<(Incident Incident, FigureReading Reading)> readings) =>
        [.. from one in readings
            orderby one.Reading.Span, one.Incident.Id.Value
            select new FigureSample { Incident = one.Incident.Id, Number = one.Incident.Number, Duration = one.Reading.Span }];

    private static List<IncidentId> IdsOf(IEnumerable<(Incident Incident, FigureReading Reading)> readings) =>
        [.. readings.Select(one => one.Incident.Id).OrderBy(id => id.Value)];
}
