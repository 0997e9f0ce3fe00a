namespace IncidentKit;

/// <summary>How an incident stands to a figure.</summary>
internal enum FigureStanding
{
    /// <summary>It has a value.</summary>
    Known,

    /// <summary>Only an upper bound is known.</summary>
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

/// <summary>What one incident gives to one figure.</summary>
internal readonly record struct FigureReading(FigureStanding Standing, TimeSpan Span = default)
{
    public static FigureReading Unknown => new(FigureStanding.Unknown);

    public static FigureReading Contradictory => new(FigureStanding.Contradictory);

    public static FigureReading Open => new(FigureStanding.Open);

    public static FigureReading None => new(FigureStanding.None);

    public static FigureReading Known(TimeSpan span) => new(FigureStanding.Known, span);
}
