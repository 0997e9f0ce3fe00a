namespace IncidentKit.Rotation;

/// <summary>How the person for the next turn is picked.</summary>
public enum PickStrategy
{
    /// <summary>Of those who are free: somebody who never had the role, else the one whose last shift in it ended first.</summary>
    LeastRecent,

    /// <summary>Of those who are free: the one with the most time to the nearest other shift in the role, before or after.</summary>
    WidestGap,

    /// <summary>The next in roster order after the one whose shift in the role started last, free or not.</summary>
    RoundRobin,
}
