namespace IncidentKit.Insights;

/// <summary>The levels of the incidents that follow one policy.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyLevels
{
    /// <summary>The name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The count of each level, and whether the top one is given too freely (P06).</summary>
    public required SeverityReport Report { get; init; }
}
