namespace IncidentKit.Events;

/// <summary>Not everybody may read the incident from here on (P62).</summary>
public sealed record IncidentRestricted : IncidentEvent
{
    /// <summary>The neutral word by which outsiders know it.</summary>
    public required string CodeWord { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = Map(map, Reason) };

    internal override void Apply(IncidentBuilder incident)
    {
        incident.IsRestricted = true;
        incident.CodeWord = CodeWord;
    }
}

/// <summary>Everybody may read the incident again (P62).</summary>
public sealed record RestrictionLifted : IncidentEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };

    internal override void Apply(IncidentBuilder incident) => incident.IsRestricted = false;
}
