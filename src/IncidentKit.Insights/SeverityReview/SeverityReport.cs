namespace IncidentKit.Insights;

/// <summary>What a team's levels look like over its incidents, and whether the top one is given too freely (P06).</summary>
/// <remarks>
/// Pure: the same incidents give the same report. Drills, cancelled incidents and duplicates are left out. An incident that
/// is still open counts with the level that it has. Levels are read by when they were in force, corrections included.
/// Immutable and thread-safe.
/// </remarks>
public sealed class SeverityReport
{
    private SeverityReport()
    {
    }

    /// <summary>How many incidents the shares are computed from: those with a level.</summary>
    public int Counted { get; private init; }

    /// <summary>How many of those are still open, so that their final level is not final yet.</summary>
    public int Open { get; private init; }

    /// <summary>How many incidents have no level: nobody set one.</summary>
    public int WithoutLevel { get; private init; }

    /// <summary>How many incidents follow a policy of another name, whose levels mean something else; they are left out.</summary>
    public int OfOtherPolicies { get; private init; }

    /// <summary>The share of each level of the policy, the most severe first.</summary>
    public required IReadOnlyList<SeverityShare> Levels { get; init; }

    /// <summary>How levels changed, from which to which: raised, lowered, reviewed, by rank.</summary>
    public required IReadOnlyList<SeverityDrift> Drift { get; init; }

    /// <summary>
    /// Whether more of the incidents ended at the top level than the limit allows, and there are enough of them to say so.
    /// </summary>
    public bool IsInflated { get; private init; }

    /// <summary>
    /// The incidents that ended at the top level though their impact facts fit a lower one at the worst; null where the
    /// policy has no decision table.
    /// </summary>
    public required IReadOnlyList<OverratedIncident>? Overrated { get; init; }

    /// <summary>The report over some incidents that follow a policy.</summary>
    /// <param name="incidents">The incidents, in any order; of one that is given twice, the later state counts.</param>
    /// <param name="policy">The policy; incidents of an earlier version of it count too.</param>
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
