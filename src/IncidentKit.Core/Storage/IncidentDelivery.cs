namespace IncidentKit;

/// <summary>Something to hand to a port or an observer once its commit is recorded, at least once.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record IncidentDelivery
{
    /// <summary>The identity: the receiver does nothing for one that it has seen.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing it is, such as <c>page</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The thing itself, in the form of its kind.</summary>
    public required string Payload { get; init; }
}
