namespace IncidentKit;

/// <summary>Which level was in force when, in an incident that is under way.</summary>
/// <remarks>
/// A level that was set or raised counts from its time on, and never makes anything less severe, wherever its time puts it. A level
/// that was lowered ends what was recorded before it. So the last level in force is the one that the incident has.
/// </remarks>
internal static class LevelsInForce
{
    /// <summary>The levels in order of time, from the changes in the order in which they were recorded.</summary>
    public static List<Occurrence<int>> Of(List<Occurrence<SeverityChanged>> recorded)
    {
        var levels = new List<Occurrence<int>>();
        var raises = new SortedDictionary<int, DateTimeOffset>();
        var until = DateTimeOffset.MaxValue;
        for (var i = recorded.Count - 1; i >= 0; i--)
        {
            var (at, change) = recorded[i];
            if (change.Change != SeverityChange.Lowered)
                raises[change.Level] = raises.TryGetValue(change.Level, out var known) && known < at ? known : at;
            else if (at <= until)
                until = Add(at, change.Level);
        }

        Add(DateTimeOffset.MinValue, int.MaxValue);
        levels.Reverse();
        return levels;

        // One stretch between two lowerings, the latest change first: the most severe level in force that was known from then on.
        DateTimeOffset Add(DateTimeOffset from, int lowered)
        {
            var next = until;
            foreach (var (level, since) in raises)
            {
                if (level >= lowered || next <= from)
                    break;
                if (since >= next)
                    continue;
                next = since > from ? since : from;
                levels.Add(new(next, level));
            }

            if (lowered != int.MaxValue && from < next)
                levels.Add(new(from, lowered));
            return from;
        }
    }
}
