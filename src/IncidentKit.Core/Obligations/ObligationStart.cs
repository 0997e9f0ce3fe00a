namespace IncidentKit;

/// <summary>One start of an obligation.</summary>
internal readonly record struct ObligationStart(DateTimeOffset Since)
{
    /// <summary>A start of unknown time: nothing is known to come after it.</summary>
    public static ObligationStart Unknown { get; } = new(DateTimeOffset.MaxValue);

    /// <summary>The instant from which an event can fulfill it.</summary>
    public DateTimeOffset FulfilledFrom { get; init; }

    /// <summary>The sequence of the recurrence or update that starts it.</summary>
    public long Sequence { get; init; }

    /// <summary>The number of the recurrence that starts it; 0 for none.</summary>
    public int Recurrence { get; init; }

    /// <summary>When a recurrence made it pointless.</summary>
    public DateTimeOffset? SupersededAt { get; init; }

    /// <summary>The resolution that ends it.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Whether a resolution of unknown time may have ended it.</summary>
    public bool IsResolutionUnknown { get; init; }

    /// <summary>Where the second of two clocks starts.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>The promised time of the next update, as far ahead as the policy allows.</summary>
    public DateTimeOffset? PromisedAt { get; init; }
}
