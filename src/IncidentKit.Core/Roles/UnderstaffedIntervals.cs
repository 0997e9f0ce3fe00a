namespace IncidentKit;

/// <summary>When one person held two of the three roles though the level in force wanted three people (P11).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class UnderstaffedIntervals
{
    private readonly IncidentFacts _facts;
    private readonly IncidentPolicy _policy;

    /// <summary>Reads an incident under its policy.</summary>
    /// <param name="facts">The facts of the incident.</param>
    /// <param name="policy">The policy that it follows.</param>
    public UnderstaffedIntervals(IncidentFacts facts, IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        _facts = facts;
        _policy = policy;
        IsAskedFor = WantsThree(facts.LevelFromStart) || facts.Levels.Exists(level => WantsThree(level.Fact));
    }

    /// <summary>Whether any level that was in force wanted three people.</summary>
    public bool IsAskedFor { get; }

    /// <summary>How much of some stretches of time it lasted.</summary>
    public TimeSpan TimeIn(IReadOnlyList<Interval> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        var total = TimeSpan.Zero;
        foreach (var stretch in stretches)
        {
            foreach (var part in Intervals())
            {
                var (from, to) = (part.Start > stretch.Start ? part.Start : stretch.Start, part.End < stretch.End ? part.End : stretch.End);
                total += to > from ? to - from : TimeSpan.Zero;
            }
        }

        return total;
    }

    /// <summary>The stretches themselves, in order; the last may reach to the end of time.</summary>
    public IEnumerable<Interval> Intervals()
    {
        var instants = _facts.Roles.Select(role => role.At).Concat(_facts.Levels.Select(level => level.At)).Distinct().Order().ToList();
        var holders = new RoleTimeline();
        var next = 0;
        for (var i = 0; i < instants.Count; i++)
        {
            for (; next < _facts.Roles.Count && _facts.Roles[next].At <= instants[i]; next++)
                holders.Read(_facts.Roles[next].Fact);
            var levels = _facts.Levels.CountUntil(instants[i]);
            if (holders.AreUnderstaffed && WantsThree(levels > 0 ? _facts.Levels[levels - 1].Fact : _facts.LevelFromStart))
                yield return new Interval(instants[i], i + 1 < instants.Count ? instants[i + 1] : DateTimeOffset.MaxValue);
        }
    }

    private bool WantsThree(int? rank) => rank is { } set && _policy.Level(set).Staffing == Staffing.ThreePeople;
}
