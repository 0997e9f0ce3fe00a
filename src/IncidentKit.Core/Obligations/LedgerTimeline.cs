namespace IncidentKit;

/// <summary>What obligations depend on, over time: level, customers, post-mortem, waivers, restrictions and ends.</summary>
internal sealed class LedgerTimeline
{
    private readonly IncidentFacts _facts;
    private readonly DateTimeOffset _instant;
    private readonly List<LedgerChange> _changes = [];

    public LedgerTimeline(IncidentPolicy policy, IncidentFacts facts, DateTimeOffset instant)
    {
        (_facts, _instant) = (facts, instant);
        var recurred = facts.Recurrences.Count > 0 ? facts.Recurrences[0].At : (DateTimeOffset?)null;
        List<DateTimeOffset> instants =
        [
            DateTimeOffset.MinValue, recurred ?? DateTimeOffset.MinValue, .. facts.Levels.Select(f => f.At),
            .. facts.Affected.Select(f => f.At), .. facts.DataLost.Select(f => f.At),
        ];
        instants.Sort();
        foreach (var at in instants)
        {
            if (at > instant)
                break;
            var named = At(facts.Levels, at) ?? facts.LevelFromStart;
            var lost = At(facts.DataLost, at);
            var wants = named is { } set && policy.WantsPostMortem(set, lost == true, recurred <= at);
            var terms = new ObligationTerms(
                policy.Level(named ?? policy.ProvisionalLevel), named is null, At(facts.Affected, at) ?? true, wants, lost);
            if (_changes.Count == 0 || _changes[^1].Terms != terms)
                _changes.Add(new(at, terms));
        }
    }

    public ObligationTerms TermsAt(DateTimeOffset at) => _changes[_changes.CountUntil(at) - 1].Terms;

    /// <summary>Whether an obligation was required at any time since T0.</summary>
    public bool WasRequired(ObligationDefinition definition)
    {
        var since = _facts.Detected.Instant is { } detected && detected <= _instant ? detected : _facts.Declared.Instant ?? _instant;
        for (var i = _changes.CountUntil(since) - 1; i < _changes.Count; i++)
        {
            if (definition.IsRequired(_changes[i].Terms))
                return true;
        }

        return false;
    }

    /// <summary>Every change that may matter to an obligation, in order of time.</summary>
    public List<LedgerChange> ChangesOf(ObligationDefinition definition)
    {
        var isRestrictable = definition.IsOwedToPublic && _facts.Restrictions.Count > 0;
        if (!isRestrictable && _facts.Waivers.Count == 0)
            return _changes;
        var waived = _facts.Waivers.Where(w => w.Fact == definition.Name && w.At <= _instant).Select(w => w.At).ToHashSet();
        var restrictions = _facts.Restrictions.Where(turn => isRestrictable && turn.At <= _instant).Select(turn => turn.At);
        return
        [
            .. _changes.Select(change => change.At).Concat(waived).Concat(restrictions).Distinct().Order()
                .Select(at => new LedgerChange(at, TermsAt(at), waived.Contains(at) || (isRestrictable && IsRestrictedAt(at)))),
        ];
    }

    /// <summary>Whether the incident is restricted at the instant, so that it owes the public nothing (P62).</summary>
    public bool IsRestrictedAt(DateTimeOffset at) => At(_facts.Restrictions, at) == true;

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

    private static T? At<T>(List<Occurrence<T>> facts, DateTimeOffset at)
        where T : struct => facts.CountUntil(at) is > 0 and var count ? facts[count - 1].Fact : null;
}
