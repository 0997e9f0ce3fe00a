namespace IncidentKit;

/// <summary>Where the rules' examples play.</summary>
internal static class RuleExamples
{
    /// <summary>The instant at which every example is declared and detected.</summary>
    public static DateTimeOffset Declared { get; } = new(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
}
