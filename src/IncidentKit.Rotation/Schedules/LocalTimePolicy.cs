namespace IncidentKit.Rotation;

/// <summary>Which instants local times mean where the clocks change.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record LocalTimePolicy
{
    /// <summary>The policy with the default of each property.</summary>
    public static LocalTimePolicy Default { get; } = new();

    /// <summary>What a local time means that the clocks skip.</summary>
    /// <value><see cref="SkippedTime.EndOfGap"/>.</value>
    public SkippedTime Skipped { get; init; }

    /// <summary>The reading of a handoff that the clocks show twice.</summary>
    /// <value><see cref="RepeatedTime.First"/>.</value>
    public RepeatedTime Handoffs { get; init; } = RepeatedTime.First;

    /// <summary>The reading of a window's start that the clocks show twice.</summary>
    /// <value><see cref="RepeatedTime.First"/>.</value>
    public RepeatedTime Starts { get; init; } = RepeatedTime.First;

    /// <summary>The reading of the end of a window or a duty that the clocks repeat.</summary>
    /// <value><see cref="RepeatedTime.Last"/>: windows overlap rather than leave a hole.</value>
    public RepeatedTime Ends { get; init; } = RepeatedTime.Last;
}
