namespace IncidentKit.Rotation;

/// <summary>A person on call, and how it came to that.</summary>
internal sealed record Contribution
{
    public required Responder Person { get; init; }

    /// <summary>The layer whose turn it is; null where an override brought the person in.</summary>
    public LayerClock? Layer { get; init; }

    public long Turn { get; init; }

    /// <summary>Whose turn it is, where somebody stands in.</summary>
    public OnCallPeople? StandsInFor { get; init; }

    public FixedPeriod? Fixed { get; init; }

    /// <summary>The overrides that brought the person in, in the order in which they applied.</summary>
    public IReadOnlyList<OnCallOverride> Changes { get; init; } = [];

    /// <summary>Whether an override put the person here: nothing is mapped twice.</summary>
    public bool IsMapped { get; init; }
}
