namespace IncidentKit;

/// <summary>What obligations hang on, over time: the level, the customers, the post-mortem, waivers and the end.</summary>
internal sealed class LedgerTimeline
{
    private readonly IncidentFacts _facts;
    private readonly DateTimeOffset _instant;
    private readonly List<LedgerChange> _changes = [];

    public LedgerTimeline(IncidentPolicy policy, IncidentFacts facts, DateTimeOffset instant)
    {
        (_facts, _instant) = (facts, instant);
        var level = new Course<int>(facts.Levels);
        var affected = new Course<bool>(facts.Affected);
        var lost = new Course<bool>(facts.DataLost);
        var recurred = facts.Recurrences.Count > 0 ? facts.Recurrences[0].At : (DateTimeOffset?)null;
        foreach (var at in Instants(recurred))
        {
            var named = level.At(at) ?? facts.LevelFromStart;
            var wants = named is { } set && policy.WantsPostMortem(set, lost.At(at) == true, recurred <= at);
            var terms = new ObligationTerms(
                policy.Level(named ?? policy.ProvisionalLevel), named is null, affected.At(at) ?? true, wants, lost.At(at));
            if (_changes.Count == 0 || _changes[^1].Terms != terms)
                _changes.Add(new(at, terms));
        }
    }

    public ObligationTerms TermsAt(DateTimeOffset at) => _changes[_changes.CountUntil(at) - 1].Terms;

    public bool EverWanted(Func<ObligationTerms, bool> wanted)
    {
        var since = _facts.Detected.Instant is { } detected && detected <= _instant ? detected : _facts.Declared.Instant ?? _instant;
        return _changes.FindIndex(_changes.CountUntil(since) - 1, change => wanted(change.Terms)) >= 0;
    }

    /// <summary>Every change that may matter to the obligation with this name, in order of time.</summary>
    public List<LedgerChange> ChangesOf(string name)
    {
        var waived = _facts.Waivers.Where(waiver => waiver.Fact == name && waiver.At <= _instant).Select(waiver => waiver.At).ToHashSet();
        var isPublic = _facts.Restrictions.Count > 0 && ObligationNames.IsPublic(name);
        if (waived.Count == 0 && !isPublic)
            return _changes;
        var changes = _changes.Where(change => !waived.Contains(change.At))
            .Concat(waived.Select(at => new LedgerChange(at, TermsAt(at), IsWaived: true)));
        if (isPublic)
        {
            var turns = _facts.Restrictions.Where(turn => turn.At <= _instant).Select(turn => turn.At).ToHashSet();
            changes = changes.Where(change => !turns.Contains(change.At))
                .Concat(turns.Select(at => new LedgerChange(at, TermsAt(at), waived.Contains(at))))
                .Select(change => change with { IsWaived = change.IsWaived || IsRestrictedAt(change.At) });
        }

        return [.. changes.OrderBy(change => change.At)];
    }

    /// <summary>Whether the incident is restricted at the instant, so that it owes the public nothing (P62).</summary>
    public bool IsRestrictedAt(DateTimeOffset at) =>
        _facts.Restrictions.CountUntil(at) is > 0 and var count && _facts.Restrictions[count - 1].Fact;

    /// <summary>
    /// Whether the incident was over at the instant, as far as was recorded after the fact with the sequence
    /// <paramref name="cause"/>.
    /// </summary>
    public bool IsEndedAt(DateTimeOffset at, long cause)
    {
        var last = _facts.Ends.CountUntil(at) - 1;
        return last >= 0 && IsEnd(_facts.Ends[last].Fact, cause);
    }

    /// <summary>The first end after an instant, recorded after the fact with the sequence <paramref name="cause"/>.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset at, long cause)
    {
        for (var i = _facts.Ends.CountUntil(at); i < _facts.Ends.Count && _facts.Ends[i].At <= _instant; i++)
        {
            if (IsEnd(_facts.Ends[i].Fact, cause))
                return _facts.Ends[i].At;
        }

        return null;
    }

    private static bool IsEnd(IncidentEvent change, long cause) => change is IncidentClosed or IncidentCancelled && change.Sequence > cause;

    private List<DateTimeOffset> Instants(DateTimeOffset? recurred)
    {
        List<DateTimeOffset> instants =
        [
            DateTimeOffset.MinValue, .. _facts.Levels.Select(f => f.At),
            .. _facts.Affected.Select(f => f.At), .. _facts.DataLost.Select(f => f.At),
        ];
        if (recurred is { } first)
            instants.Add(first);
        instants.RemoveAll(at => at > _instant);
        instants.Sort();
        return instants;
    }

    /// <summary>A fact that changes over time, asked at instants that only grow.</summary>
    private struct Course<T>(List<Occurrence<T>> facts)
        where T : struct
    {
        private int _next;

        public T? At(DateTimeOffset at)
        {
            while (_next < facts.Count && facts[_next].At <= at)
                _next++;
            return _next > 0 ? facts[_next - 1].Fact : null;
        }
    }
}
