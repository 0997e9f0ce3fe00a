namespace IncidentKit.Rotation;

/// <summary>Picks the person for a turn from a roster and past and future shifts. Of equals, the first in the roster.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class TurnPick
{
    /// <summary>Picks a person, or null where nobody can be picked.</summary>
    /// <param name="strategy">How.</param>
    /// <param name="roster">Who may be picked, in order.</param>
    /// <param name="role">The role that is to be filled.</param>
    /// <param name="shift">When.</param>
    /// <param name="history">What everybody did and will do, in any order and role.</param>
    public static Responder? Choose(
        PickStrategy strategy,
        IReadOnlyList<Responder> roster,
        string role,
        Interval shift,
        IReadOnlyList<PlannedShift> history)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        ArgumentNullException.ThrowIfNull(history);
        var served = history.Where(h => h.Role == role).ToLookup(h => h.Person, h => h.Time);
        if (strategy == PickStrategy.RoundRobin)
            return AfterLast(roster, served);
        var busy = history.Where(h => h.Time.Start < shift.End && shift.Start < h.Time.End).Select(h => h.Person).ToHashSet();
        var free = roster.Where(p => !busy.Contains(p));
        return strategy switch
        {
            PickStrategy.LeastRecent => free.MinBy(p => LastEnd(served[p], shift)),
            PickStrategy.WidestGap => free.MaxBy(p => Gap(served[p], shift)),
            _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "There is no such strategy."),
        };
    }

    private static DateTimeOffset LastEnd(IEnumerable<Interval> served, Interval shift) =>
        served.Where(t => t.Start < shift.Start).Select(t => t.End).DefaultIfEmpty(DateTimeOffset.MinValue).Max();

    private static TimeSpan Gap(IEnumerable<Interval> served, Interval shift) =>
        served.Select(t => (t.Start - shift.Start).Duration()).DefaultIfEmpty(TimeSpan.MaxValue).Min();

    private static Responder? AfterLast(IReadOnlyList<Responder> roster, ILookup<Responder, Interval> served)
    {
        var turns = roster.Index().SelectMany(p => served[p.Item], (p, time) => (p.Index, time.Start));
        var last = turns.DefaultIfEmpty((Index: -1, Start: DateTimeOffset.MinValue)).MaxBy(turn => turn.Start).Index;
        return roster.Count == 0 ? null : roster[(last + 1) % roster.Count];
    }
}
