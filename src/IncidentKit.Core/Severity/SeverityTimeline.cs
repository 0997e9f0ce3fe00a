namespace IncidentKit;

/// <summary>The levels that an incident had, in the order of time, corrections included; and what a review made of the last one.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SeverityTimeline
{
    private SeverityTimeline(List<int> inForce, int? reviewed) => (InForce, Reviewed) = (inForce, reviewed);

    /// <summary>The levels that were in force, each different from the one before; empty if none was set.</summary>
    public IReadOnlyList<int> InForce { get; }

    /// <summary>The level that a review found right; null where none did.</summary>
    public int? Reviewed { get; }

    /// <summary>The first level; null if none was set before the review.</summary>
    public int? Initial => InForce.Count > 0 ? InForce[0] : null;

    /// <summary>The reviewed level, else the last one (P05); null where there is none.</summary>
    public int? Final => Reviewed ?? (InForce.Count > 0 ? InForce[^1] : null);

    /// <summary>Every change, in order.</summary>
    public IEnumerable<(int From, int To, SeverityChange How)> Changes
    {
        get
        {
            for (var i = 1; i < InForce.Count; i++)
                yield return (InForce[i - 1], InForce[i], InForce[i] < InForce[i - 1] ? SeverityChange.Raised : SeverityChange.Lowered);
            if (Reviewed is { } reviewed && InForce.Count > 0)
                yield return (InForce[^1], reviewed, SeverityChange.Reviewed);
        }
    }

    /// <summary>The levels of an incident.</summary>
    public static SeverityTimeline Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        List<int> levels = [];
        if (incident.Facts.LevelFromStart is { } declared)
            levels.Add(declared);
        levels.AddRange(incident.Facts.Levels.Select(level => level.Fact));
        // In a retrospective incident a level may have been set at an unknown time: then the last one that was recorded is the last.
        if (incident.Level is { } last && (levels.Count == 0 || incident.Facts.LevelSet.HasUnknown))
            levels.Add(last);
        return new([.. levels.Where((level, i) => i == 0 || levels[i - 1] != level)], incident.ReviewedLevel);
    }
}
