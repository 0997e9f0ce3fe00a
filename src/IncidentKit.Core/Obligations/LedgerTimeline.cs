namespace IncidentKit;

/// <summary>What an obligation hangs on at some instant.</summary>
internal readonly record struct LedgerTerms(SeverityLevel Level, bool IsProvisional, bool CustomersAffected, bool WantsPostMortem);

/// <summary>What obligations hang on, over time: the level, the customers, the post-mortem, the end.</summary>
internal sealed class LedgerTimeline(IncidentPolicy policy, FactsByTime facts, DateTimeOffset instant)
{
    public LedgerTerms TermsAt(DateTimeOffset at)
    {
        var level = facts.LevelFromStart;
        foreach (var (from, named) in facts.Levels)
        {
            if (from > at)
                break;
            level = named;
        }

        var affected = LastOf(facts.Affected, at) ?? true;
        var wants = level is { } set && policy.WantsPostMortem(set, LastOf(facts.DataLost, at) == true, facts.Recurrences.Count > 0 && facts.Recurrences[0].At <= at);
        return new LedgerTerms(policy.Level(level ?? policy.ProvisionalLevel), level is null, affected, wants);
    }

    public bool EverWanted(Func<LedgerTerms, bool> wanted)
    {
        if (facts.Levels.Count == 0 && facts.Affected.Count == 0 && facts.DataLost.Count == 0 && facts.Recurrences.Count == 0)
            return false;
        var since = facts.Detected.Instant is { } detected && detected <= instant ? detected : facts.Declared.Instant ?? instant;
        return wanted(TermsAt(since)) || ChangesAfter(since, null).Exists(at => wanted(TermsAt(at)));
    }

    public List<DateTimeOffset> ChangesAfter(DateTimeOffset since, string? name)
    {
        var changes = new List<DateTimeOffset>();
        Collect(facts.Levels);
        Collect(facts.Affected);
        Collect(facts.DataLost);
        Collect(facts.Recurrences);
        Collect(facts.Ends);
        foreach (var (at, waived) in facts.Waivers)
        {
            if (at > since && at <= instant && waived == name)
                changes.Add(at);
        }

        changes.Sort();
        return changes;

        void Collect<T>(List<Timed<T>> facts)
        {
            foreach (var (at, _) in facts)
            {
                if (at > since && at <= instant)
                    changes.Add(at);
            }
        }
    }

    public bool IsEndedAt(DateTimeOffset at)
    {
        var ended = false;
        foreach (var (when, change) in facts.Ends)
        {
            if (when <= at)
                ended = change is IncidentClosed or IncidentCancelled;
        }

        return ended;
    }

    private static bool? LastOf(List<Timed<bool>> facts, DateTimeOffset at)
    {
        bool? last = null;
        foreach (var (from, value) in facts)
        {
            if (from <= at)
                last = value;
        }

        return last;
    }
}
