namespace IncidentKit;

/// <summary>What is known of an alert at the moment at which it fires: all that a paging policy can go by.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record AlertSignal
{
    /// <summary>The name or key of the alert; every firing of one alert has the same.</summary>
    public required string Alert { get; init; }

    /// <summary>When it fired.</summary>
    public required DateTimeOffset FiredAt { get; init; }

    /// <summary>What was measured, in the alert's own unit; null where that is not known.</summary>
    public double? Value { get; init; }

    /// <summary>Words of the host's own, such as <c>severity:critical</c>.</summary>
    public TextList? Labels { get; init; }
}

/// <summary>One firing of an alert, and what came of it. What is null is unknown, and counts neither as yes nor as no.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record AlertFiring
{
    /// <summary>A key of the host's own that no other firing has.</summary>
    public required string Id { get; init; }

    /// <summary>What was known when it fired.</summary>
    public required AlertSignal Signal { get; init; }

    /// <summary>When a person acted on it: did something that was needed, beyond looking.</summary>
    public DateTimeOffset? ActedOnAt { get; init; }

    /// <summary>Whether a person acted on it; true where <see cref="ActedOnAt"/> is known.</summary>
    public bool? IsActedOn
    {
        get => field ?? (ActedOnAt is null ? null : true);
        init;
    }

    /// <summary>When the shift ended in which it fired: acting by then makes it actionable (P34).</summary>
    public DateTimeOffset? ShiftEndsAt { get; init; }

    /// <summary>Whether it could wait, and was left to the next day. Where nobody said so, acting on it after the shift says it.</summary>
    public bool? IsLeftToNextDay
    {
        get => field ?? (IsActedOn == false ? false : ActedOnAt is { } acted && ShiftEndsAt is { } end ? acted > end : null);
        init;
    }

    /// <summary>Whether it fired though nothing was wrong.</summary>
    public bool? IsFalsePositive { get; init; }

    /// <summary>The incident that it led to, or was attached to; null where it led to none.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>Whether a person acted on it within the shift in which it fired (P34); null where that is not known.</summary>
    public bool? IsActionable =>
        IsActedOn == false || IsLeftToNextDay == true ? false
        : ActedOnAt is { } acted && ShiftEndsAt is { } end ? acted <= end
        : IsActedOn == true && IsLeftToNextDay == false ? true
        : null;
}

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

    /// <summary>Whether it was acknowledged; true where <see cref="AcknowledgedAt"/> is known; null where nobody knows.</summary>
    public bool? IsAcknowledged
    {
        get => field ?? (AcknowledgedAt is null ? null : true);
        init;
    }
}
