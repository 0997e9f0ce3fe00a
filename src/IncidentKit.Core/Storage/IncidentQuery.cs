namespace IncidentKit;

/// <summary>What is looked for among incidents. A property that is null asks nothing; the rest must all match.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentQuery
{
    /// <summary>A part of the title; case is ignored, the culture too.</summary>
    public string? Text { get; init; }

    /// <summary>The service, compared ordinally.</summary>
    public string? Service { get; init; }

    /// <summary>One of the labels, compared ordinally.</summary>
    public string? Label { get; init; }

    /// <summary>The human number.</summary>
    public int? Number { get; init; }

    /// <summary>Where it stands.</summary>
    public IncidentPhase? Phase { get; init; }

    /// <summary>Whether it is neither closed nor cancelled.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>The rank of its level.</summary>
    public int? Level { get; init; }

    /// <summary>When it was declared; an incident of unknown time does not match.</summary>
    public Interval? Declared { get; init; }

    /// <summary>How many are wanted at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? Limit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.GetValueOrDefault(), nameof(value));
            field = value;
        }
    }

    /// <summary>Whether an incident is looked for. The limit is left to the store.</summary>
    public bool Matches(IncidentSummary incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return (Text is null || incident.Title.Contains(Text, StringComparison.OrdinalIgnoreCase))
            && (Service is null || incident.Service == Service)
            && (Label is null || incident.Labels.Contains(Label))
            && (Number is null || incident.Number == Number)
            && (Phase is null || incident.Phase == Phase)
            && (IsOpen is null || incident.IsOpen == IsOpen)
            && (Level is null || incident.Level == Level)
            && (Declared is null || (incident.DeclaredAt.Instant is { } at && Declared.Value.Contains(at)));
    }
}
