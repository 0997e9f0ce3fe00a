namespace IncidentKit;

/// <summary>Something to be done so that the incident does not come back.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ActionItem
{
    /// <summary>The number of the item within the incident, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Action { get; init; }

    /// <summary>Who does it, or null where nobody took it yet.</summary>
    public string? Owner { get; init; }

    /// <summary>The day by which it is to be done, or null where none was set yet.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Its priority, such as "P1", or null where none was set yet.</summary>
    public string? Priority { get; init; }

    /// <summary>Whether it was reported done.</summary>
    public bool IsDone { get; init; }

    /// <summary>Why it will not be done; null where it was not dropped.</summary>
    public string? DroppedBecause { get; init; }

    /// <summary>Whether it was dropped: no view and no figure counts it.</summary>
    public bool IsDropped => DroppedBecause is not null;

    /// <summary>Whether owner, due date and priority are all there (P28), or it was dropped.</summary>
    public bool IsComplete => IsDropped
        || (!string.IsNullOrWhiteSpace(Owner) && Due is not null && !string.IsNullOrWhiteSpace(Priority));
}
