namespace IncidentKit.Events;

/// <summary>What was pending of an obligation was waived.</summary>
public sealed record ObligationWaived : IncidentEvent
{
    /// <summary>The name of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };
}

/// <summary>A demand that stands before a gate was waived.</summary>
public sealed record DemandWaived : IncidentEvent
{
    /// <summary>The id of the rule that makes the demand.</summary>
    public required string Rule { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };

    internal override void Apply(IncidentBuilder incident) => incident.WaivedDemands = incident.WaivedDemands.Add(Rule);
}

/// <summary>A host's own obligation was met.</summary>
public sealed record ObligationMet : IncidentEvent
{
    /// <summary>The name of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>What shows it.</summary>
    public string? Evidence { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Evidence = Map(map, Evidence) };
}

/// <summary>An obligation came due and was not met. It happened at the due instant.</summary>
/// <remarks>A record of what the ledger said; the ledger itself never reads it.</remarks>
public sealed record ObligationMissed : IncidentEvent
{
    /// <summary>The name of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Since when it counted, in UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>By when it was to be met, in UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    internal override bool IsWork => false;

    internal override void Apply(IncidentBuilder incident) =>
        incident.Misses = incident.Misses.Add(new RecordedMiss(Obligation, Since, DueAt));
}

/// <summary>A later fact or a correction says otherwise of an obligation that was recorded as missed.</summary>
public sealed record ObligationRestated : IncidentEvent
{
    /// <summary>The name of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Since when the recorded miss counted, in UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The due instant of the recorded miss, in UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How the obligation stands now; null where nothing with that start and due instant is owed any more.</summary>
    public ObligationStatus? Status { get; init; }

    internal override bool IsWork => false;

    internal override void Apply(IncidentBuilder incident) =>
        incident.Misses = incident.Misses.Remove(new RecordedMiss(Obligation, Since, DueAt));
}
