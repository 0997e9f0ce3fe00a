namespace IncidentKit.Rotation;

/// <summary>One thing that is wrong with a schedule.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ScheduleFault
{
    /// <summary>The place, such as <c>layers[0].rotation.first</c>.</summary>
    public required string Place { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Reason} {Remedy}";
}
