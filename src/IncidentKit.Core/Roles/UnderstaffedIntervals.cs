namespace IncidentKit;

/// <summary>
/// When one person held two of the three roles though the level in force required three people, while the incident was under way.
/// </summary>
/// <remarks>An unnamed person is different from all others. Immutable and thread-safe.</remarks>
public sealed class UnderstaffedIntervals
{
    private readonly List<Interval> _intervals = [];

    /// <summary>Reads an incident under its policy.</summary>
    /// <param name="facts">The facts of the incident.</param>
    /// <param name="policy">The policy that it follows.</param>
    /// <param name="until">The instant by which things had happened.</param>
    public UnderstaffedIntervals(IncidentFacts facts, IncidentPolicy policy, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        IsAskedFor = RequiresThree(facts.LevelFromStart) || facts.Levels.Exists(level => RequiresThree(level.Fact));
        var changes = facts.Roles.Select(role => role.At).Concat(facts.Levels.Select(level => level.At)).Distinct().Order();
        List<DateTimeOffset> instants = [.. changes, DateTimeOffset.MaxValue];
        var stretches = facts.Stretches(until).Where(stretch => stretch.Start < stretch.End).ToList();
        var holders = new RoleTimeline();
        var next = 0;
        for (var i = 0; i + 1 < instants.Count; i++)
        {
            for (; next < facts.Roles.Count && facts.Roles[next].At <= instants[i]; next++)
                holders.Read(facts.Roles[next].Fact);
            var levels = facts.Levels.CountUntil(instants[i]);
            if (!holders.AreUnderstaffed || !RequiresThree(levels > 0 ? facts.Levels[levels - 1].Fact : facts.LevelFromStart))
                continue;
            foreach (var stretch in stretches.Where(stretch => stretch.Start < instants[i + 1] && instants[i] < stretch.End))
            {
                _intervals.Add(new(Instants.Later(instants[i], stretch.Start), Instants.Earlier(instants[i + 1], stretch.End)));
                FewestPeople = Math.Min(FewestPeople, holders.People);
            }
        }

        var isEndKnown = facts.ResolvedBy(until) is { } resolved ? !resolved.IsUnknown : until < DateTimeOffset.MaxValue;
        if (isEndKnown && !facts.RolesUnknown && facts.RolesOfUnknownTime.Count == 0)
            Total = Interval.Union(_intervals);

        bool RequiresThree(int? rank) => rank is { } set && policy.Level(set).Staffing == Staffing.ThreePeople;
    }

    /// <summary>Whether any level that was in force required three people.</summary>
    public bool IsAskedFor { get; }

    /// <summary>The intervals in UTC, in order, as far as the times of the roles are known.</summary>
    public IReadOnlyList<Interval> Intervals => _intervals;

    /// <summary>How long they last together; null if a role or the resolution has an unknown time, or there is no end.</summary>
    public TimeSpan? Total { get; }

    /// <summary>The smallest number of people in the three roles during the intervals; 3 if there are none.</summary>
    public int FewestPeople { get; private set; } = 3;
}
