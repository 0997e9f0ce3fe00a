namespace IncidentKit;

/// <summary>
/// What was done while the store was down, until it can be recorded: declarations, commands for them, and facts about pages.
/// </summary>
/// <remarks>
/// A manager that is given one counts pages among what is due, so that whoever pages finds the incident by its due instant. Bounded,
/// and gone with the process: what was paged stands in the pager too. Thread-safe, and made to be a singleton.
/// </remarks>
public sealed class PagingBacklog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IncidentId, List<Decision>> _declared = [];
    private readonly Dictionary<IncidentId, List<RecordPaging>> _facts = [];
    private readonly int _limit;
    private int _count;

    /// <summary>Creates an empty queue for 10,000 facts.</summary>
    public PagingBacklog()
        : this(10_000)
    {
    }

    /// <summary>Creates an empty queue.</summary>
    /// <param name="limit">How many declarations and facts it holds at most.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    public PagingBacklog(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        _limit = limit;
    }

    /// <summary>How many declarations and facts wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _count;
        }
    }

    /// <summary>Whether a monitor of this process empties it.</summary>
    internal bool IsWatched { get; set; }

    /// <summary>Keeps a decision that could not be recorded: a declaration, or what followed on it.</summary>
    /// <returns>False if there is no room.</returns>
    internal bool TryKeep(Decision decision)
    {
        lock (_lock)
        {
            if (_count >= _limit)
                return false;
            _count++;
            if (!_declared.TryGetValue(decision.Incident!.Id, out var kept))
                _declared.Add(decision.Incident.Id, kept = []);
            kept.Add(decision);
            return true;
        }
    }

    internal bool TryKeep(IncidentId id, IReadOnlyList<RecordPaging> facts)
    {
        lock (_lock)
        {
            if (_count + facts.Count > _limit)
                return false;
            if (!_facts.TryGetValue(id, out var kept))
                _facts.Add(id, kept = []);
            kept.AddRange(facts);
            _count += facts.Count;
            return true;
        }
    }

    /// <summary>What was decided of an incident that the store does not have yet, in order; null if nothing was.</summary>
    internal IReadOnlyList<Decision>? DecisionsOf(IncidentId id)
    {
        lock (_lock)
            return _declared.TryGetValue(id, out var kept) ? [.. kept] : null;
    }

    /// <summary>An incident that the store does not have yet.</summary>
    internal Incident? Declared(IncidentId id)
    {
        lock (_lock)
            return _declared.TryGetValue(id, out var kept) ? kept[^1].Incident : null;
    }

    /// <summary>The first incident of those that the store does not have yet that satisfies a condition.</summary>
    internal Incident? Declared(Func<Incident, bool> isIt)
    {
        lock (_lock)
            return _declared.Values.Select(kept => kept[^1].Incident!).FirstOrDefault(isIt);
    }

    internal IReadOnlyList<RecordPaging> FactsOf(IncidentId id)
    {
        lock (_lock)
            return _facts.TryGetValue(id, out var kept) ? [.. kept] : [];
    }

    /// <summary>The incidents of which something waits.</summary>
    internal IReadOnlyList<IncidentId> Waiting
    {
        get
        {
            lock (_lock)
                return _count == 0 ? [] : [.. _declared.Keys.Union(_facts.Keys)];
        }
    }

    internal void ForgetDeclared(IncidentId id)
    {
        lock (_lock)
            _count -= _declared.Remove(id, out var kept) ? kept.Count : 0;
    }

    internal void ForgetFacts(IncidentId id, int count)
    {
        lock (_lock)
        {
            if (!_facts.TryGetValue(id, out var kept))
                return;
            kept.RemoveRange(0, count);
            _count -= count;
            if (kept.Count == 0)
                _facts.Remove(id);
        }
    }
}
