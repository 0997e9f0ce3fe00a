namespace IncidentKit.Insights;

internal readonly record struct FigureReading(FigureStanding Standing, TimeSpan Span = default)
{
    public static FigureReading Unknown => new(FigureStanding.Unknown);

    public static FigureReading Contradictory => new(FigureStanding.Contradictory);

    public static FigureReading Open => new(FigureStanding.Open);

    public static FigureReading None => new(FigureStanding.None);

    public static FigureReading Known(TimeSpan span) => new(FigureStanding.Known, span);
}
