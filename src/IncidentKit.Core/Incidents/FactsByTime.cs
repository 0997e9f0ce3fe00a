namespace IncidentKit;

/// <summary>An incident's facts by the time at which they happened, corrections included. Obligations and figures read this.</summary>
/// <remarks>Made from the history alone. Immutable once made, and thread-safe.</remarks>
internal sealed class FactsByTime
{
    private readonly Dictionary<long, When> _corrections = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    public FactsByTime(Incident incident)
    {
        foreach (var happened in incident.History)
        {
            if (happened is TimeCorrected correction)
                _corrections[correction.Of] = correction.To;
        }

        foreach (var happened in incident.History)
            Read(happened);
        MarkUnknown();
        Levels.Sort(static (a, b) => a.At.CompareTo(b.At));
        Affected.Sort(static (a, b) => a.At.CompareTo(b.At));
        DataLost.Sort(static (a, b) => a.At.CompareTo(b.At));
        Recurrences.Sort(static (a, b) => a.At.CompareTo(b.At));
        Ends.Sort(static (a, b) => a.At.CompareTo(b.At));
        Waivers.Sort(static (a, b) => a.At.CompareTo(b.At));
        Updates.Sort(static (a, b) => a.At.CompareTo(b.At));
        Roles.Sort(static (a, b) => a.At.CompareTo(b.At));
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

    /// <summary>Every mitigation, with the number of recurrences that had been recorded by then.</summary>
    public SortedList<int, FactSeries> Mitigations { get; } = [];

    /// <summary>The level that applies from the start, in a retrospective incident.</summary>
    public int? LevelFromStart { get; private set; }

    public List<(DateTimeOffset At, int Level)> Levels { get; } = [];

    public List<(DateTimeOffset At, bool Affected)> Affected { get; } = [];

    public List<(DateTimeOffset At, bool Lost)> DataLost { get; } = [];

    public List<(DateTimeOffset At, int Number)> Recurrences { get; } = [];

    public List<(DateTimeOffset At, bool CameBack, bool Ends)> Ends { get; } = [];

    public List<(DateTimeOffset At, string Obligation)> Waivers { get; } = [];

    public List<(DateTimeOffset At, UpdatePosted Update)> Updates { get; } = [];

    /// <summary>The changes of role at known times: who got it, null where it fell back to the commander.</summary>
    public List<(DateTimeOffset At, IncidentEvent Change)> Roles { get; } = [];

    /// <summary>The roles that somebody got at an unknown time.</summary>
    public HashSet<IncidentRole> RolesOfUnknownTime { get; } = [];

    /// <summary>Whether nobody knows who held roles.</summary>
    public bool RolesUnknown => _unknown.Contains(UnknownFacts.Roles);

    public List<ImpactStated> Impact { get; } = [];

    public IncidentTimes Times => new()
    {
        Started = Started,
        Detected = Detected,
        Declared = Declared,
        Acknowledged = Acknowledged.FirstWhen,
        Mitigated = Mitigations.TryGetValue(0, out var first) ? first.FirstWhen : null,
        Resolved = Resolved.LastWhen,
    };

    /// <summary>When the fact happened, as corrected.</summary>
    public When TimeOf(IncidentEvent happened) => _corrections.TryGetValue(happened.Sequence, out var corrected) ? corrected : happened.When;

    public bool IsUnknown(string fact) => _unknown.Contains(fact);

    private void Read(IncidentEvent happened)
    {
        var when = TimeOf(happened);
        switch (happened)
        {
            case IncidentDeclared e:
                (Declared, LevelFromStart) = (when, e.Level);
                break;
            case IncidentDetected:
                Detected = when;
                break;
            case ImpactStarted:
                Started = when;
                break;
            case FactsUnknown e:
                _unknown.UnionWith(e.Facts);
                break;
            case Acknowledged:
                Acknowledged.Add(when);
                break;
            case SeverityChanged e:
                ReadLevel(e, when);
                break;
            case ImpactDescribed e when when.Instant is { } at:
                if (e.CustomersAffected is { } affected)
                    Affected.Add((at, affected));
                if (e.DataLost is { } lost)
                    DataLost.Add((at, lost));
                break;
            case ImpactStated e:
                Impact.RemoveAll(earlier => earlier.Sequence == e.Replaces);
                Impact.Add(e with { When = when });
                break;
            case ChannelOpened:
                ChannelOpened.Add(when);
                break;
            case RoleAssigned or RoleGivenUp:
                ReadRole(happened, when);
                break;
            case ServiceMitigated e:
                SeriesAfter(e.Recurrence).Add(when);
                break;
            case EscalatedUnmitigated:
                Escalated.Add(when);
                break;
            case UpdatePosted e:
                ReadUpdate(e, when);
                break;
            case IncidentRecurred { Kept: false } when when.Instant is { } at:
                Recurrences.Add((at, Recurrences.Count + 1));
                break;
            case IncidentResolved:
                Resolved.Add(when);
                break;
            case PostMortemFixed:
                PostMortemFixed.Add(when);
                break;
            case PostMortemHeld:
                PostMortemHeld.Add(when);
                break;
            case PostMortemPublished:
                PostMortemPublished.Add(when);
                break;
            case ObligationWaived e when when.Instant is { } at:
                Waivers.Add((at, e.Obligation));
                break;
            case IncidentClosed or IncidentCancelled when when.Instant is { } at:
                Ends.Add((at, false, true));
                break;
            case IncidentReopened e when when.Instant is { } at:
                Ends.Add((at, e.Because == ReopenReason.CameBack, false));
                break;
        }
    }

    private void ReadLevel(SeverityChanged e, When when)
    {
        if (e.Change == SeverityChange.Reviewed)
            return;
        LevelSet.Add(when);
        if (e.Change != SeverityChange.Kept && when.Instant is { } at)
            Levels.Add((at, e.Level));
    }

    private void ReadRole(IncidentEvent change, When when)
    {
        var role = change is RoleAssigned assigned ? assigned.Role : ((RoleGivenUp)change).Role;
        if (change is RoleAssigned && role == IncidentRole.IncidentCommander)
            Commanded.Add(when);
        if (when.Instant is { } at)
            Roles.Add((at, change));
        else if (change is RoleAssigned)
            RolesOfUnknownTime.Add(role);
    }

    private void ReadUpdate(UpdatePosted e, When when)
    {
        AnyUpdates.Add(when);
        if (e.Audience == UpdateAudience.Public)
            PublicUpdates.Add(when);
        if (when.Instant is { } at)
            Updates.Add((at, e));
    }

    private FactSeries SeriesAfter(int recurrence)
    {
        if (!Mitigations.TryGetValue(recurrence, out var series))
            Mitigations.Add(recurrence, series = new FactSeries());
        return series;
    }

    private void MarkUnknown()
    {
        foreach (var fact in _unknown)
        {
            var series = fact switch
            {
                UnknownFacts.Acknowledged => Acknowledged,
                UnknownFacts.LevelSet => LevelSet,
                UnknownFacts.ChannelOpened => ChannelOpened,
                UnknownFacts.Mitigated => SeriesAfter(0),
                UnknownFacts.Resolved => Resolved,
                UnknownFacts.PostMortemFixed => PostMortemFixed,
                UnknownFacts.PostMortemHeld => PostMortemHeld,
                UnknownFacts.PostMortemPublished => PostMortemPublished,
                UnknownFacts.Roles => Commanded,
                UnknownFacts.Updates => PublicUpdates,
                _ => null,
            };
            series?.MarkUnknown();
            if (fact == UnknownFacts.Updates)
                AnyUpdates.MarkUnknown();
            if (fact.StartsWith(UnknownFacts.Mitigated + "#", StringComparison.Ordinal))
                SeriesAfter(int.Parse(fact.AsSpan(UnknownFacts.Mitigated.Length + 1), System.Globalization.CultureInfo.InvariantCulture)).MarkUnknown();
        }
    }
}
