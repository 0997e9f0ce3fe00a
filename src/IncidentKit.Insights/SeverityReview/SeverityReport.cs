namespace IncidentKit.Insights;

/// <summary>The levels of a team over its incidents, and whether the top one is given too freely (P06).</summary>
/// <remarks>
/// Pure: the same incidents give the same report. Drills, cancelled incidents and duplicates are left out. Levels are read by
/// when they were in force, corrections included. Immutable and thread-safe.
/// </remarks>
public sealed class SeverityReport
{
    private SeverityReport()
    {
    }

    /// <summary>How many incidents have a level; the shares are of these.</summary>
    public int Counted { get; private init; }

    /// <summary>How many of those are still open.</summary>
    public int Open { get; private init; }

    /// <summary>How many incidents have no level: nobody set one.</summary>
    public int WithoutLevel { get; private init; }

    /// <summary>How many incidents follow another policy; they are left out.</summary>
    public int OfOtherPolicies { get; private init; }

    /// <summary>The share of each level of the policy, the most severe first.</summary>
    public required IReadOnlyList<SeverityShare> Levels { get; init; }

    /// <summary>How often levels were raised, lowered and reviewed, by rank.</summary>
    public required IReadOnlyList<SeverityDrift> Drift { get; init; }

    /// <summary>Whether more incidents than the limit ended at the top level, if there are enough to say so.</summary>
    public bool IsInflated { get; private init; }

    /// <summary>Those at the top level whose impact facts fit a lower one; null without a decision table.</summary>
    public required IReadOnlyList<OverratedIncident>? Overrated { get; init; }

    /// <summary>The report over some incidents that follow a policy.</summary>
    /// <param name="incidents">The incidents, in any order; of one given twice, the later state counts.</param>
    /// <param name="policy">The policy, in any version.</param>
    /// <param name="options">The limits; those of the process where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit does not lie in its range.</exception>
    public static SeverityReport Of(IEnumerable<Incident> incidents, IncidentPolicy policy, SeverityReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(policy);
        options ??= new();
        options.ThrowIfOutOfRange();
        var all = CountedIncidents.Of(incidents);
        var own = all.Where(incident => incident.Policy == policy.Name)
            .Select(incident => (Incident: incident, Levels: SeverityTimeline.Of(incident)))
            .ToList();
        var rated = own.Where(one => one.Levels.Final is not null).ToList();
        var shares = policy.Levels.Select(level => new SeverityShare
        {
            Level = level.Rank,
            Name = level.Name,
            Initial = rated.Count(one => RankIn(policy, one.Levels.Initial) == level.Rank),
            Final = rated.Count(one => RankIn(policy, one.Levels.Final) == level.Rank),
            InitialOf = rated.Count(one => one.Levels.Initial is not null),
            FinalOf = rated.Count,
        }).ToList();
        return new SeverityReport
        {
            Counted = rated.Count,
            Open = rated.Count(one => one.Incident.IsOpen),
            WithoutLevel = own.Count - rated.Count,
            OfOtherPolicies = all.Count - own.Count,
            Levels = shares,
            Drift = DriftOf(
                rated.SelectMany(one => one.Levels.Changes).Select(c => (policy.Level(c.From).Rank, policy.Level(c.To).Rank, c.How))),
            IsInflated = rated.Count >= options.LeastIncidents && shares[0].FinalShare > options.TopShareLimit,
            Overrated = policy.Classifier is { } table
                ? [.. rated.Where(one => one.Levels.Final == 1).Select(one => Overrating(one.Incident, table)).OfType<OverratedIncident>()]
                : null,
        };
    }

    private static int? RankIn(IncidentPolicy policy, int? rank) => rank is { } known ? policy.Level(known).Rank : null;

    private static List<SeverityDrift> DriftOf(IEnumerable<(int From, int To, SeverityChange How)> changes) =>
        [.. from change in changes
            group change by change into same
            orderby same.Key.How, same.Key.From, same.Key.To
            select new SeverityDrift { Change = same.Key.How, From = same.Key.From, To = same.Key.To, Count = same.Count() }];

    private static OverratedIncident? Overrating(Incident incident, SeverityClassifier table) =>
        table.Propose(incident.ImpactFacts) is { Level: > 1 } proposal
            ? new OverratedIncident { Incident = incident.Id, Number = incident.Number, Proposal = proposal }
            : null;
}
