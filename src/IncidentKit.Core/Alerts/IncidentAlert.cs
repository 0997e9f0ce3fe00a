namespace IncidentKit;

/// <summary>An alert that is attached to an incident (P17).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record IncidentAlert
{
    /// <summary>What it is known by, in the comparison of ordinals.</summary>
    public required string Key { get; init; }

    /// <summary>What it said last, where it said anything.</summary>
    public string? Text { get; init; }

    /// <summary>How often it fired.</summary>
    public int Fired { get; init; } = 1;

    /// <summary>Whether it has cleared since it last fired. That resolves nothing by itself.</summary>
    public bool IsCleared { get; init; }
}
