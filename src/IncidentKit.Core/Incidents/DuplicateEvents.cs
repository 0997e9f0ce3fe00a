using System.Text.Json.Serialization;

namespace IncidentKit.Events;

/// <summary>Another incident has to do with this one.</summary>
public sealed record IncidentLinked : IncidentEvent
{
    /// <summary>The other incident.</summary>
    public required IncidentId To { get; init; }

    /// <summary>What the other one is to this one.</summary>
    public required LinkKind Kind { get; init; }

    internal override bool IsWork => false;

    internal override void Apply(IncidentBuilder incident) => incident.Link(new IncidentLink(To, Kind));
}

/// <summary>This incident goes on with what a duplicate had.</summary>
public sealed record DuplicateTakenOver : IncidentEvent
{
    /// <summary>The duplicate.</summary>
    public required IncidentId Duplicate { get; init; }

    /// <summary>The keys of its alerts.</summary>
    [JsonConverter(typeof(EquatableStringListJsonConverter))]
    public IReadOnlyList<string>? AlertKeys { get; init => field = EquatableStringList.From(value); }

    /// <summary>What the public page says of it; null where nothing was posted publicly.</summary>
    public PublicStatus? Status { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapNames(Incident incident) => this with { AlertKeys = null };

    internal override string? FaultAfter(IncidentBuilder incident) =>
        AlertKeys?.Contains(null!) == true ? "has an alert key that is null" : null;

    internal override void Apply(IncidentBuilder incident)
    {
        incident.Link(new IncidentLink(Duplicate, LinkKind.Duplicate));
        foreach (var key in AlertKeys ?? EquatableStringList.Empty)
        {
            if (incident.Alerts.IndexOf(key) is null)
                incident.Attach(key, null);
        }
    }
}
