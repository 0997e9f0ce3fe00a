namespace IncidentKit.Insights;

internal enum FigureStanding
{
    Known,

    AtMost,

    /// <summary>One of its times is unknown.</summary>
    Unknown,

    /// <summary>It would be negative.</summary>
    Contradictory,

    /// <summary>Its end has not come yet.</summary>
    Open,

    /// <summary>Its end did not happen, or is not asked for.</summary>
    None,
}
