namespace IncidentKit;

/// <summary>One page of one person. Repeats and other channels are records of their own; reports know that they are one page.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PageRecord
{
    /// <summary>Who was paged.</summary>
    public required Responder Person { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset PagedAt { get; init; }

    /// <summary>How urgently.</summary>
    /// <value>High.</value>
    public PageUrgency Urgency { get; init; }

    /// <summary>The <see cref="AlertFiring.Id"/> of the firing that paged; null where a person paged.</summary>
    public string? Firing { get; init; }

    /// <summary>The incident; where null, that of the firing.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>When it was acknowledged.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Whether it was acknowledged; true where <see cref="AcknowledgedAt"/> is known; null if unknown.</summary>
    public bool? IsAcknowledged
    {
        get => field ?? (AcknowledgedAt is null ? null : true);
        init;
    }
}
