namespace IncidentKit;

/// <summary>What the public is told. The title of an incident is for those who handle it, and is not in it.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record StatusPageUpdate
{
    /// <summary>The identity: the same for each time that it is sent.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The incident, whose thread it belongs to.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>The service that is affected.</summary>
    public required string Service { get; init; }

    /// <summary>What the public reads, in plain text.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// What the page says from then on; null where it goes on saying what it said, or Investigating where it said nothing.
    /// </summary>
    public PublicStatus? Status { get; init; }

    /// <summary>When the next update is promised, in UTC; null where none is.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>When it happened, in UTC; null where that is unknown.</summary>
    public DateTimeOffset? HappenedAt { get; init; }
}
