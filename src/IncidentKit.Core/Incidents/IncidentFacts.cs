namespace IncidentKit;

/// <summary>
/// The one reading of an incident by time: its facts at the times at which they count, corrections included. Obligations, reports,
/// notifications and post-mortems read this.
/// </summary>
/// <remarks>
/// In an incident that is under way, what ends or gives up something counts from its recording, so that a time of long ago rewrites
/// nothing; and what starts something counts from its recording where its time is unknown. All else counts when it happened, as does
/// everything in a retrospective incident. Instants are in UTC. Made from the history alone. Immutable once made, and thread-safe.
/// </remarks>
public sealed partial class IncidentFacts
{
    private readonly Dictionary<long, When> _corrections = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, ImpactStated> _impact = [];
    private readonly List<Occurrence<SeverityChanged>> _levels = [];
    private readonly List<RoleAssigned> _rolesOfUnknownTime = [];
    private readonly bool _isRetrospective;
    private readonly Counted[] _byTime;
    private bool _isResolutionUnknown;
    private DateTimeOffset _recorded;
    private int _recurrences;

    internal IncidentFacts(Incident incident)
    {
        _isRetrospective = incident.IsRetrospective;
        RolesOfUnknownTime = _rolesOfUnknownTime.AsReadOnly();
        foreach (var happened in incident.Recorded)
        {
            if (happened is TimeCorrected correction)
                _corrections[correction.Of] = correction.To;
        }

        var byTime = new Counted[incident.Version];
        var isInOrder = true;
        for (var i = 0; i < byTime.Length; i++)
        {
            byTime[i] = ReadAsRecorded(incident.Recorded[i]);
            isInOrder &= i == 0 || byTime[i - 1].SortedBy <= byTime[i].SortedBy;
        }

        if (!isInOrder)
            Array.Sort(byTime);
        _byTime = byTime;
        foreach (var (sortedBy, at, happened) in byTime)
            Read(happened, sortedBy, at);
        if (_levels.Count > 0 && !_isRetrospective)
            Levels.AddRange(LevelsInForce.Of(_levels));
        Recurrences.Sort((a, b) => (a.At, a.Fact.Number).CompareTo((b.At, b.Fact.Number)));
        MarkUnknown();
        FirstMitigations = new(() => MitigationAfter.Each(Recurrences, Mitigations));
    }

    /// <summary>When the impact began; null if it was not stated.</summary>
    public When? Started { get; private set; }

    /// <summary>T0: when the first alert or report came in.</summary>
    public When Detected { get; private set; }

    internal When Declared { get; private set; }

    /// <summary>Acknowledgements.</summary>
    public OccurrenceSeries Acknowledged { get; } = new();

    internal OccurrenceSeries LevelSet { get; } = new();

    internal OccurrenceSeries ChannelOpened { get; } = new();

    internal OccurrenceSeries Escalated { get; } = new();

    /// <summary>Resolutions.</summary>
    public OccurrenceSeries Resolved { get; } = new();

    internal OccurrenceSeries PostMortemFixed { get; } = new();

    internal OccurrenceSeries PostMortemHeld { get; } = new();

    internal OccurrenceSeries PostMortemPublished { get; } = new();

    /// <summary>Public updates.</summary>
    public OccurrenceSeries PublicUpdates { get; } = new();

    /// <summary>Updates of either audience.</summary>
    public OccurrenceSeries AnyUpdates { get; } = new();

    /// <summary>Assignments of the Incident Commander.</summary>
    public OccurrenceSeries Commanded { get; } = new();

    /// <summary>Every mitigation, whichever recurrence it ended.</summary>
    internal OccurrenceSeries Mitigated { get; } = new();

    /// <summary>Every mitigation, by the number of recurrences that had been recorded by then.</summary>
    internal Dictionary<int, OccurrenceSeries> Mitigations { get; } = [];

    /// <summary>By the number of a recurrence, the first mitigation from then on that was recorded after it.</summary>
    internal Lazy<Dictionary<int, DateTimeOffset>> FirstMitigations { get; }

    /// <summary>The recurrences at known times, in order.</summary>
    public OccurrenceList<Recurrence> Recurrences { get; } = new();

    /// <summary>The updates at known times, in order.</summary>
    public OccurrenceList<UpdatePosted> Updates { get; } = new();

    /// <summary>The roles that were assigned at an unknown time.</summary>
    public IReadOnlyList<RoleAssigned> RolesOfUnknownTime { get; }

    /// <summary>The level that applies from the start, in a retrospective incident.</summary>
    internal int? LevelFromStart { get; private set; }

    internal List<Occurrence<int>> Levels { get; } = [];

    internal List<Occurrence<bool>> Affected { get; } = [];

    internal List<Occurrence<bool>> DataLost { get; } = [];

    /// <summary>
    /// Closings, cancellations and reopenings. In an incident that is under way they stand in the order in
    /// which they were recorded.
    /// </summary>
    internal List<Occurrence<IncidentEvent>> Ends { get; } = [];

    internal List<Occurrence<string>> Waivers { get; } = [];

    /// <summary>Restrictions (true) and their lifting (false).</summary>
    internal List<Occurrence<bool>> Restrictions { get; } = [];

    /// <summary>Roles given and given up, at known times.</summary>
    internal List<Occurrence<IncidentEvent>> Roles { get; } = [];

    /// <summary>Whether it is unknown who held the roles.</summary>
    public bool RolesUnknown => _unknown.Contains(UnknownFacts.Roles);

    /// <summary>The stated intervals of impact that no later statement replaces.</summary>
    public IReadOnlyCollection<ImpactStated> Impact => _impact.Values;

    /// <summary>What the public page says: the update that was posted last decides, not the one that was recorded last.</summary>
    internal PublicStatus? PublicStatus { get; private set; }

    internal IncidentTimes Times => new()
    {
        Started = Started,
        Detected = Detected,
        Declared = Declared,
        Acknowledged = Acknowledged.FirstWhen,
        Mitigated = Mitigations.TryGetValue(0, out var first) ? first.FirstWhen : null,
        Resolved = _isResolutionUnknown ? When.Unknown : Resolved.LastWhen,
    };

    /// <summary>When the fact happened, as corrected.</summary>
    public When TimeOf(IncidentEvent happened) =>
        _corrections.TryGetValue(happened.Sequence, out var corrected) ? corrected : happened.When;

    internal bool IsUnknown(string fact) => _unknown.Contains(fact);

    /// <summary>When the first fact counts that has not happened by an instant; null where none is to come.</summary>
    internal DateTimeOffset? NextAfter(DateTimeOffset instant)
    {
        var last = _byTime.Length > 0 ? _byTime[^1].SortedBy : instant;
        return last <= instant ? null : Array.Find(_byTime, fact => fact.SortedBy > instant).SortedBy;
    }

    /// <summary>
    /// When three different people first held the three roles, as far as that is known at an instant;
    /// null if they did not by then.
    /// </summary>
    public When? StaffedAt(DateTimeOffset asOf)
    {
        var staffed = ThreePeopleInRoles.Find(this, DateTimeOffset.MinValue, asOf);
        if (staffed.IsUnknown)
            return When.Unknown;
        return staffed.At is { } at ? When.At(at) : null;
    }

    /// <summary>When facts of a kind happened that the library does not keep apart itself.</summary>
    internal OccurrenceSeries SeriesOf(Func<IncidentEvent, bool> isIt)
    {
        var series = new OccurrenceSeries();
        foreach (var (_, at, happened) in _byTime)
        {
            if (isIt(happened))
                series.Add(at);
        }

        return series;
    }

    /// <summary>A fact with its place in the order of time: those of one instant keep the order in which they were recorded.</summary>
    private readonly record struct Counted(DateTimeOffset SortedBy, DateTimeOffset? At, IncidentEvent Fact) : IComparable<Counted>
    {
        public int CompareTo(Counted other) =>
            SortedBy == other.SortedBy ? Fact.Sequence.CompareTo(other.Fact.Sequence) : SortedBy.CompareTo(other.SortedBy);
    }
}
