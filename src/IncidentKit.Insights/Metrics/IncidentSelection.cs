namespace IncidentKit.Insights;

internal sealed class IncidentSelection
{
    public IncidentSelection(
        IEnumerable<Incident> incidents, IReadOnlyCollection<IncidentPolicy> policies, DateTimeOffset asOf, FiguresOptions options)
    {
        var byName = new Dictionary<string, IncidentPolicy>();
        foreach (var policy in policies)
        {
            if (!byName.TryAdd(policy.Name, policy))
                throw new ArgumentException($"Two policies are called \"{policy.Name}\": give each once.", nameof(policies));
        }

        var all = CountedIncidents.LatestOf(incidents).OrderBy(incident => incident.Id.Value).ToList();
        var counted = all.Where(CountedIncidents.Counts).ToList();
        var own = counted.Where(incident => byName.ContainsKey(incident.Policy)).ToList();
        var inPeriod = own
            .Where(incident => TimeOf(incident) is { } at ? at <= asOf && options.Period?.Contains(at) != false : options.Period is null)
            .ToList();
        var undated = options.Period is null ? 0 : own.Count(incident => TimeOf(incident) is null);
        Readings = [.. inPeriod.Select(incident => new IncidentReading(incident, byName[incident.Policy], asOf))];
        Counts = new()
        {
            Counted = inPeriod.Count,
            Open = inPeriod.Count(incident => incident.IsOpen),
            Drills = all.Count(incident => incident.IsDrill),
            Cancelled = all.Count(incident => incident is { IsDrill: false, Phase: IncidentPhase.Cancelled, DuplicateOf: null }),
            Duplicates = all.Count(incident => incident is { IsDrill: false, Phase: IncidentPhase.Cancelled, DuplicateOf: not null }),
            OfOtherPolicies = counted.Count - own.Count,
            OutsidePeriod = own.Count - inPeriod.Count - undated,
            Undated = undated,
        };
        var until = options.Period is { } period && period.End < asOf ? period.End : asOf;
        PerMonth = IncidentRate.Count(
            own.Where(incident => PagesSomebody(byName[incident.Policy], incident)).Select(TimeOf).OfType<DateTimeOffset>(),
            [.. all.Select(TimeOf).OfType<DateTimeOffset>().Where(at => at < until)],
            until,
            options);
    }

    /// <summary>By id: no figure hangs on the order in which they came.</summary>
    public IReadOnlyList<IncidentReading> Readings { get; }

    public IncidentCounts Counts { get; }

    public IncidentRate PerMonth { get; }

    // Where nobody set a level, the provisional one pages (P31).
    private static bool PagesSomebody(IncidentPolicy policy, Incident incident) =>
        policy.Level(SeverityTimeline.Of(incident).Final ?? policy.ProvisionalLevel).Paging != PagingHours.Ticket;

    private static DateTimeOffset? TimeOf(Incident incident)
    {
        var times = incident.Times;
        return new[] { times.Detected, times.Started, times.Declared, times.Acknowledged, times.Mitigated, times.Resolved }
            .Select(when => when?.Instant)
            .FirstOrDefault(at => at is not null);
    }
}
