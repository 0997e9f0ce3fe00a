namespace IncidentKit.Rotation;

/// <summary>Something in a schedule that can never happen, or is not wise.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ScheduleFinding
{
    /// <summary>What kind of finding it is.</summary>
    public required ScheduleFindingKind Kind { get; init; }

    /// <summary>The place, such as <c>layers[0].restrictions[1]</c>.</summary>
    public required string Place { get; init; }

    /// <summary>What was found, and in which range of time.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    internal static ScheduleFinding Of(ScheduleFindingKind kind, string place, string message, string remedy) =>
        new() { Kind = kind, Place = place, Message = message, Remedy = remedy };

    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Message} {Remedy}";
}
