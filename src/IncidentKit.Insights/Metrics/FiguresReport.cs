namespace IncidentKit.Insights;

/// <summary>The figures of many incidents (P58), and what they call for (P59).</summary>
/// <remarks>
/// Pure: the same incidents give the same report, in whatever order they come. Drills, cancelled incidents and duplicates are left
/// out; what is unknown, contradictory or still open never counts as zero. Instants are in UTC. Immutable and thread-safe.
/// </remarks>
public sealed class FiguresReport
{
    private FiguresReport()
    {
    }

    /// <summary>The period; null for all incidents that were given.</summary>
    public Interval? Period { get; private init; }

    /// <summary>The instant by which things had happened.</summary>
    public DateTimeOffset AsOf { get; private init; }

    /// <summary>How many incidents count, and why the others do not.</summary>
    public required IncidentCounts Incidents { get; init; }

    /// <summary>The incidents by level, one report for each policy.</summary>
    public required IReadOnlyList<PolicyLevels> Levels { get; init; }

    /// <summary>The durations, in the order of <see cref="FigureNames.All"/>.</summary>
    public required IReadOnlyList<DurationFigure> Durations { get; init; }

    /// <summary>From what the downtimes were made.</summary>
    public required DowntimeBases DowntimeBases { get; init; }

    /// <summary>Who noticed first.</summary>
    public required NoticedFigures NoticedBy { get; init; }

    /// <summary>How often incidents came back.</summary>
    public required RecurrenceFigures Recurrences { get; init; }

    /// <summary>How often each obligation was met, in the order of the policies.</summary>
    public required IReadOnlyList<ObligationFigure> Obligations { get; init; }

    /// <summary>The promises of the next public update.</summary>
    public required UpdateFigures PublicUpdates { get; init; }

    /// <summary>The promises of the next update to stakeholders, kept by one to either audience.</summary>
    public required UpdateFigures InternalUpdates { get; init; }

    /// <summary>The post-mortems.</summary>
    public required PostMortemFigures PostMortems { get; init; }

    /// <summary>The action items.</summary>
    public required ActionItemFigures ActionItems { get; init; }

    /// <summary>The incidents whose times contradict each other.</summary>
    public required IReadOnlyList<IncidentContradictions> Contradictions { get; init; }

    /// <summary>The incidents a month of all that were given, before the end of the period or <see cref="AsOf"/>.</summary>
    public required IncidentRate PerMonth { get; init; }

    /// <summary>What the figures call for; empty where they call for nothing.</summary>
    public required IReadOnlyList<FiguresAdvice> Advice { get; init; }

    /// <summary>The duration with a name.</summary>
    /// <param name="name">One of <see cref="FigureNames"/>.</param>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public DurationFigure this[string name] =>
        Durations.FirstOrDefault(figure => figure.Name == name)
        ?? throw new ArgumentException($"There is no figure \"{name}\": use one of FigureNames.", nameof(name));

    /// <summary>The figures of some incidents.</summary>
    /// <param name="incidents">The incidents, in any order; of one given twice, the later state counts.</param>
    /// <param name="policies">The policies that they follow, by name.</param>
    /// <param name="asOf">The instant by which things had happened: now, or the end of time, when nothing is pending.</param>
    /// <param name="options">The period and the limits; if null, the defaults.</param>
    /// <exception cref="ArgumentException">Two policies have the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit does not lie in its range.</exception>
    public static FiguresReport Of(
        IEnumerable<Incident> incidents, IReadOnlyCollection<IncidentPolicy> policies, DateTimeOffset asOf, FiguresOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(policies);
        options ??= new();
        options.ThrowIfOutOfRange();
        var selection = new IncidentSelection(incidents, policies, asOf.ToUniversalTime(), options);
        var readings = selection.Readings;
        var demands = new DemandFigures(readings);
        var levels = policies
            .Select(policy => new PolicyLevels
            {
                Policy = policy.Name,
                Report = SeverityReport.Of(readings.Select(reading => reading.Incident), policy, options.Severity),
            })
            .ToList();
        return new FiguresReport
        {
            Period = options.Period,
            AsOf = asOf.ToUniversalTime(),
            Incidents = selection.Counts,
            Levels = levels,
            Durations = [.. DurationDefinitions.All.Select(one => new DurationFigure(one.Name, one.Definition, ReadAs(one.Read)))],
            DowntimeBases = BasesOf(readings),
            NoticedBy = new()
            {
                ByAlert = NoticedFirst(IncidentKit.NoticedBy.Alert),
                ByColleague = NoticedFirst(IncidentKit.NoticedBy.Colleague),
                ByCustomer = NoticedFirst(IncidentKit.NoticedBy.Customer),
                Unknown = NoticedFirst(null),
            },
            Recurrences = new()
            {
                Total = readings.Sum(reading => reading.Recurrences),
                Incidents = Ids(readings.Where(reading => reading.Recurrences > 0)),
            },
            Obligations = demands.Obligations(policies),
            PublicUpdates = demands.Updates(ObligationNames.PublicUpdate),
            InternalUpdates = demands.Updates(ObligationNames.InternalUpdate),
            PostMortems = demands.PostMortems(),
            ActionItems = demands.ActionItems(),
            Contradictions =
            [
                .. from reading in readings
                   where reading.Contradictions.Count > 0
                   select new IncidentContradictions { Incident = reading.Incident.Id, Contradictions = reading.Contradictions },
            ],
            PerMonth = selection.PerMonth,
            Advice = [.. FiguresAdvice.Of(selection.PerMonth, levels, options)],
        };

        IEnumerable<(Incident, FigureReading)> ReadAs(Func<IncidentReading, FigureReading> read) =>
            readings.Select(reading => (reading.Incident, read(reading)));

        IReadOnlyList<IncidentId> NoticedFirst(NoticedBy? by) => Ids(readings.Where(reading => reading.Incident.NoticedBy == by));
    }

    private static DowntimeBases BasesOf(IReadOnlyList<IncidentReading> readings)
    {
        var bases = readings.Where(reading => reading.Downtime().Standing is FigureStanding.Known or FigureStanding.AtMost)
            .ToLookup(reading => reading.DowntimeBasis);
        return new()
        {
            Intervals = bases[DowntimeBasis.Intervals].Count(),
            Assumed = bases[DowntimeBasis.Assumed].Count(),
            UpperBound = bases[DowntimeBasis.UpperBound].Count(),
        };
    }

    private static List<IncidentId> Ids(IEnumerable<IncidentReading> readings) => [.. readings.Select(reading => reading.Incident.Id)];
}
