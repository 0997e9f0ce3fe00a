namespace IncidentKit.Events;

/// <summary>The channel of record was opened or moved.</summary>
public sealed record ChannelOpened : IncidentEvent
{
    /// <summary>The name of the channel.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Url = Map(map, Url) };

    internal override IncidentEvent MapNames(Incident incident) =>
        Name.Contains(incident.CodeWord!, StringComparison.Ordinal) ? this : this with { Name = IncidentKit.Incident.RestrictedText };

    internal override void Apply(IncidentBuilder incident) => incident.Channel = Name;
}

/// <summary>An update was posted.</summary>
public sealed record UpdatePosted : IncidentEvent
{
    /// <summary>Who reads it.</summary>
    public required UpdateAudience Audience { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The instant for which it promises the next one.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>What the public page says from then on.</summary>
    public PublicStatus? Status { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Text = map(Text) };
}
