namespace IncidentKit;

/// <summary>Whether incidents of a level want a post-mortem.</summary>
public enum PostMortemDemand
{
    /// <summary>None is wanted.</summary>
    Never,

    /// <summary>One is wanted where data was lost or the incident recurred.</summary>
    IfDataLostOrRecurred,

    /// <summary>One is always wanted.</summary>
    Always,
}
