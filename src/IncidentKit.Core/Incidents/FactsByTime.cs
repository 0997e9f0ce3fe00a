namespace IncidentKit;

/// <summary>An incident's facts by the time at which they count, corrections included. Obligations and figures read this.</summary>
/// <remarks>
/// In an incident that is under way, what ends or gives up something counts from its recording, so that a time of long ago rewrites
/// nothing; and what starts something counts from its recording where its time is unknown. All else counts when it happened, as does
/// everything in a retrospective incident. Made from the history alone. Immutable once made, and thread-safe.
/// </remarks>
internal sealed partial class FactsByTime
{
    private readonly Dictionary<long, When> _corrections = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, ImpactStated> _impact = [];
    private readonly List<Timed<SeverityChanged>> _levels = [];
    private readonly bool _isRetrospective;
    private readonly Counted[] _byTime;
    private bool _isResolutionUnknown;
    private DateTimeOffset _recorded;
    private int _recurrences;

    public FactsByTime(Incident incident)
    {
        _isRetrospective = incident.IsRetrospective;
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

    public When? Started { get; private set; }

    public When Detected { get; private set; }

    public When Declared { get; private set; }

    public FactSeries Acknowledged { get; } = new();

    public FactSeries LevelSet { get; } = new();

    public FactSeries ChannelOpened { get; } = new();

    public FactSeries Escalated { get; } = new();

    public FactSeries Resolved { get; } = new();

    public FactSeries PostMortemFixed { get; } = new();

    public FactSeries PostMortemHeld { get; } = new();

    public FactSeries PostMortemPublished { get; } = new();

    public FactSeries PublicUpdates { get; } = new();

    public FactSeries AnyUpdates { get; } = new();

    public FactSeries Commanded { get; } = new();

    /// <summary>Every mitigation, whichever recurrence it ended.</summary>
    public FactSeries Mitigated { get; } = new();

    /// <summary>Every mitigation, by the number of recurrences that had been recorded by then.</summary>
    public Dictionary<int, FactSeries> Mitigations { get; } = [];

    /// <summary>By the number of a recurrence, the first mitigation from then on that was recorded after it.</summary>
    public Lazy<Dictionary<int, DateTimeOffset>> FirstMitigations { get; }

    /// <summary>The level that applies from the start, in a retrospective incident.</summary>
    public int? LevelFromStart { get; private set; }

    public List<Timed<int>> Levels { get; } = [];

    public List<Timed<bool>> Affected { get; } = [];

    public List<Timed<bool>> DataLost { get; } = [];

    public List<Timed<Recurrence>> Recurrences { get; } = [];

    /// <summary>
    /// Closings, cancellations and reopenings. In an incident that is under way they stand in the order in
    /// which they were recorded.
    /// </summary>
    public List<Timed<IncidentEvent>> Ends { get; } = [];

    public List<Timed<string>> Waivers { get; } = [];

    /// <summary>Restrictions (true) and their lifting (false).</summary>
    public List<Timed<bool>> Restrictions { get; } = [];

    public List<Timed<UpdatePosted>> Updates { get; } = [];

    /// <summary>The changes of role at known times: who got it, null where it fell back to the commander.</summary>
    public List<Timed<IncidentEvent>> Roles { get; } = [];

    /// <summary>The roles that somebody got at an unknown time.</summary>
    public List<RoleAssigned> RolesOfUnknownTime { get; } = [];

    /// <summary>Whether nobody knows who held roles.</summary>
    public bool RolesUnknown => _unknown.Contains(UnknownFacts.Roles);

    /// <summary>The stated intervals of impact that no later statement replaces.</summary>
    public IReadOnlyCollection<ImpactStated> Impact => _impact.Values;

    /// <summary>What the public page says: the update that was posted last decides, not the one that was recorded last.</summary>
    public PublicStatus? PublicStatus { get; private set; }

    public IncidentTimes Times => new()
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

    public bool IsUnknown(string fact) => _unknown.Contains(fact);

    /// <summary>When the first fact counts that has not happened by an instant; null where none is to come.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant)
    {
        var last = _byTime.Length > 0 ? _byTime[^1].SortedBy : instant;
        return last <= instant ? null : Array.Find(_byTime, fact => fact.SortedBy > instant).SortedBy;
    }

    /// <summary>When facts of a kind happened that the library does not keep apart itself.</summary>
    public FactSeries SeriesOf(Func<IncidentEvent, bool> isIt)
    {
        var series = new FactSeries();
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
