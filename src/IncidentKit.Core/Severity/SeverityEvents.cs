namespace IncidentKit.Events;

/// <summary>The impact began.</summary>
public sealed record ImpactStarted : IncidentEvent
{
    internal override bool IsWork => false;
}

/// <summary>A level was named.</summary>
public sealed record SeverityChanged : IncidentEvent
{
    /// <summary>What that did.</summary>
    public required SeverityChange Change { get; init; }

    /// <summary>The rank of the level that was named.</summary>
    public required int Level { get; init; }

    /// <summary>The name of that level.</summary>
    public required string LevelName { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = Map(map, Reason) };

    internal override void Apply(IncidentBuilder incident)
    {
        switch (Change)
        {
            case SeverityChange.Kept:
                break;
            case SeverityChange.Reviewed:
                incident.ReviewedLevel = Level;
                incident.ReviewedLevelName = LevelName;
                break;
            default:
                incident.Level = Level;
                incident.LevelName = LevelName;
                incident.ReviewedLevel = null;
                incident.ReviewedLevelName = null;
                break;
        }
    }
}

/// <summary>Something is known of the impact; what is null stays as it was.</summary>
public sealed record ImpactDescribed : IncidentEvent
{
    /// <summary>Whether customers are affected.</summary>
    public bool? CustomersAffected { get; init; }

    /// <summary>Whether data was lost.</summary>
    public bool? DataLost { get; init; }

    /// <summary>Whether data was exposed to somebody who should not have it.</summary>
    public bool? DataExposed { get; init; }

    /// <summary>How much the function that is hit matters.</summary>
    public ImpactFunction? Function { get; init; }

    /// <summary>Whether it fails, or is degraded.</summary>
    public ImpactState? State { get; init; }

    /// <summary>How many of those who use it are hit.</summary>
    public ImpactReach? Reach { get; init; }

    /// <summary>The feature that is affected.</summary>
    public string? Feature { get; init; }

    /// <summary>What users see.</summary>
    public string? Symptom { get; init; }

    /// <summary>The facts that a level is proposed from.</summary>
    internal ImpactFacts Facts => new()
    {
        CustomersAffected = CustomersAffected,
        DataLost = DataLost,
        DataExposed = DataExposed,
        Function = Function,
        State = State,
        Reach = Reach,
    };

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) =>
        this with { Feature = Map(map, Feature), Symptom = Map(map, Symptom) };

    internal override IncidentEvent MapNames(Incident incident) => this with { DataExposed = null };

    internal override void Apply(IncidentBuilder incident)
    {
        incident.ImpactFacts = incident.ImpactFacts.Then(Facts);
        incident.Feature = Feature ?? incident.Feature;
        incident.Symptom = Symptom ?? incident.Symptom;
    }
}

/// <summary>One interval of impact; <see cref="IncidentEvent.When"/> is its start.</summary>
public sealed record ImpactStated : IncidentEvent
{
    /// <summary>What kind of impact it was.</summary>
    public required ImpactKind Kind { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public When? To { get; init; }

    /// <summary>The share of users or requests that was hit, from 0 to 1.</summary>
    public double? Share { get; init; }

    /// <summary>The sequence number of an earlier statement that this one replaces.</summary>
    public long? Replaces { get; init; }

    internal override bool IsWork => false;
}
