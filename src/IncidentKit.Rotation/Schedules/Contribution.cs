namespace IncidentKit.Rotation;

internal sealed record Contribution
{
    public required Responder Person { get; init; }

    /// <summary>Null where an override brought the person in.</summary>
    public LayerClock? Layer { get; init; }

    public long Turn { get; init; }

    /// <summary>Whose turn it is, where somebody stands in.</summary>
    public OnCallPeople? StandsInFor { get; init; }

    public FixedPeriod? Fixed { get; init; }

    /// <summary>In the order in which they applied.</summary>
    public IReadOnlyList<OnCallOverride> Changes { get; init; } = [];

    /// <summary>Whether an override put the person here: nothing is mapped twice.</summary>
    public bool IsMapped => Changes is [.., not CoverOverride];
}
