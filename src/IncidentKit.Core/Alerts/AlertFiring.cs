namespace IncidentKit;

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
