namespace IncidentKit.Rotation;

/// <summary>How the person for the next turn is picked.</summary>
public enum PickStrategy
{
    /// <summary>Of those who are free: one who never had the role, or whose last shift in it ended first.</summary>
    LeastRecent,

    /// <summary>Of those who are free: the one whose nearest other shift in the role is farthest away.</summary>
    WidestGap,

    /// <summary>The next in roster order after the last one in the role, free or not.</summary>
    RoundRobin,
}
