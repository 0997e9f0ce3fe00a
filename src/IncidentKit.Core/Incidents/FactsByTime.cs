namespace IncidentKit;

/// <summary>A fact at a known time.</summary>
internal readonly record struct Timed<T>(DateTimeOffset At, T Fact);

/// <summary>An incident's facts by the time at which they happened, corrections included. Obligations and figures read this.</summary>
/// <remarks>Made from the history alone. Immutable once made, and thread-safe.</remarks>
internal sealed class FactsByTime
{
    private readonly Dictionary<long, When> _corrections = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    private readonly bool _isRetrospective;

    public FactsByTime(Incident incident)
    {
        _isRetrospective = incident.IsRetrospective;
        foreach (var happened in incident.History)
        {
            if (happened is TimeCorrected correction)
                _corrections[correction.Of] = correction.To;
        }

        foreach (var happened in incident.History)
            Read(happened);
        MarkUnknown();
        InOrder(Levels);
        InOrder(Affected);
        InOrder(DataLost);
        InOrder(Recurrences);
        InOrder(Ends);
        InOrder(Waivers);
        InOrder(Updates);
        InOrder(Roles);
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

    public List<Timed<int>> Levels { get; } = [];

    public List<Timed<bool>> Affected { get; } = [];

    public List<Timed<bool>> DataLost { get; } = [];

    public List<Timed<int>> Recurrences { get; } = [];

    public List<Timed<IncidentEvent>> Ends { get; } = [];

    public List<Timed<string>> Waivers { get; } = [];

    public List<Timed<UpdatePosted>> Updates { get; } = [];

    /// <summary>The changes of role at known times: who got it, null where it fell back to the commander.</summary>
    public List<Timed<IncidentEvent>> Roles { get; } = [];

    /// <summary>The roles that somebody got at an unknown time.</summary>
    public List<RoleAssigned> RolesOfUnknownTime { get; } = [];

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

    // Facts of one instant keep the order in which they were recorded.
    private static void InOrder<T>(List<Timed<T>> facts)
    {
        for (var i = 1; i < facts.Count; i++)
        {
            var fact = facts[i];
            var to = i;
            for (; to > 0 && facts[to - 1].At > fact.At; to--)
                facts[to] = facts[to - 1];
            facts[to] = fact;
        }
    }

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
            // In an incident that is under way, what nobody recorded has not happened.
            case FactsUnknown e when _isRetrospective:
                _unknown.UnionWith(e.Facts);
                break;
            case IncidentKit.Acknowledged:
                Acknowledged.Add(when);
                break;
            case SeverityChanged e:
                ReadLevel(e, when);
                break;
            case ImpactDescribed e:
                // Of unknown time, it was so from the start.
                if (e.CustomersAffected is { } affected)
                    Affected.Add(new(when.Instant ?? DateTimeOffset.MinValue, affected));
                if (e.DataLost is { } lost)
                    DataLost.Add(new(when.Instant ?? DateTimeOffset.MinValue, lost));
                break;
            case ImpactStated e:
                Impact.RemoveAll(earlier => earlier.Sequence == e.Replaces);
                Impact.Add(e with { When = when });
                break;
            case IncidentKit.ChannelOpened:
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
                Recurrences.Add(new(at, Recurrences.Count + 1));
                break;
            case IncidentResolved:
                Resolved.Add(when);
                break;
            case IncidentKit.PostMortemFixed:
                PostMortemFixed.Add(when);
                break;
            case IncidentKit.PostMortemHeld:
                PostMortemHeld.Add(when);
                break;
            case IncidentKit.PostMortemPublished:
                PostMortemPublished.Add(when);
                break;
            case ObligationWaived e when when.Instant is { } at:
                Waivers.Add(new(at, e.Obligation));
                break;
            case IncidentClosed or IncidentCancelled or IncidentReopened when happened.MovedTo is not null && when.Instant is { } at:
                Ends.Add(new(at, happened));
                break;
        }
    }

    private void ReadLevel(SeverityChanged e, When when)
    {
        if (e.Change == SeverityChange.Reviewed)
            return;
        LevelSet.Add(when);
        if (e.Change != SeverityChange.Kept && when.Instant is { } at)
            Levels.Add(new(at, e.Level));
    }

    private void ReadRole(IncidentEvent change, When when)
    {
        var role = change is RoleAssigned assigned ? assigned.Role : ((RoleGivenUp)change).Role;
        if (change is RoleAssigned && role == IncidentRole.IncidentCommander)
            Commanded.Add(when);
        if (when.Instant is { } at)
            Roles.Add(new(at, change));
        else if (change is RoleAssigned ofUnknownTime)
            RolesOfUnknownTime.Add(ofUnknownTime);
    }

    private void ReadUpdate(UpdatePosted e, When when)
    {
        AnyUpdates.Add(when);
        if (e.Audience == UpdateAudience.Public)
            PublicUpdates.Add(when);
        if (when.Instant is { } at)
            Updates.Add(new(at, e));
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
                UnknownFacts.Escalated => Escalated,
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
