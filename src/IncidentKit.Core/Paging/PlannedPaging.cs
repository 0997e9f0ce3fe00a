namespace IncidentKit;

/// <summary>One row of a plan: who would be paged when, and why.</summary>
/// <remarks>Immutable and thread-safe. Instants are in UTC.</remarks>
public sealed class PlannedPaging
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is done.</summary>
    public required PlannedAction Action { get; init; }

    /// <summary>The people; empty where nobody is paged.</summary>
    public IReadOnlyList<Responder> To { get; init; } = [];

    /// <summary>The audience word, where one was asked for.</summary>
    public string? Audience { get; init; }

    /// <summary>The step of the escalation policy, from 1; null for what is no step.</summary>
    public int? Step { get; init; }

    /// <summary>How often the steps had been repeated; null for what is no step.</summary>
    public int? Repeat { get; init; }

    /// <summary>Why it was due.</summary>
    public required PagingCause Cause { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        $"{When.At(At)} {Action}{(To.Count > 0 ? " " + string.Join(", ", To) : "")}{(Audience is null ? "" : $" ({Audience})")}: {Reason}";
}
