namespace IncidentKit;

/// <summary>A delivery that one host holds for an attempt, so that no other makes one at the same time.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record HeldDelivery
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>What is to be delivered.</summary>
    public required IncidentDelivery Delivery { get; init; }

    /// <summary>The number of the attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>How many attempts before this one failed, or ended without a word as those of a host that went down.</summary>
    public required int Failures { get; init; }

    /// <summary>Tells this hold from later ones of the same delivery.</summary>
    public required long Hold { get; init; }
}
