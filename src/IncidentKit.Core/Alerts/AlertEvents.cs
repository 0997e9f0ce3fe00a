namespace IncidentKit.Events;

/// <summary>An alert was set, or its threshold changed, for the time of the incident only.</summary>
public sealed record TemporaryAlertSet : IncidentEvent
{
    /// <summary>The number of the temporary alert, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Which alert, and its threshold.</summary>
    public required string Alert { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Alert = map(Alert) };

    internal override void Apply(IncidentBuilder incident) =>
        incident.TemporaryAlerts = incident.TemporaryAlerts.Add(new TemporaryAlert { Number = Number, Alert = Alert });

    internal override string? FaultAfter(IncidentBuilder incident) => NextOf(incident.TemporaryAlerts.Count, Number, nameof(Number));
}

/// <summary>A temporary alert was taken down.</summary>
public sealed record TemporaryAlertTakenDown : IncidentEvent
{
    /// <summary>The number of the temporary alert.</summary>
    public required int Number { get; init; }

    internal override void Apply(IncidentBuilder incident) => incident.TemporaryAlerts =
        incident.TemporaryAlerts.SetItem(Number - 1, incident.TemporaryAlerts[Number - 1] with { IsTakenDown = true });

    internal override string? FaultAfter(IncidentBuilder incident) => OneOf(incident.TemporaryAlerts.Count, Number, nameof(Number));
}

/// <summary>An alert fired for what is wrong here (P17).</summary>
public sealed record AlertAttached : IncidentEvent
{
    /// <summary>What the alert is known by.</summary>
    public required string Key { get; init; }

    /// <summary>What the alert says.</summary>
    public string? Text { get; init; }

    /// <summary>Where to look at it.</summary>
    public string? Link { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Text = Map(map, Text), Link = Map(map, Link) };

    internal override IncidentEvent MapNames(Incident incident) => this with { Key = IncidentKit.Incident.RestrictedText };

    internal override void Apply(IncidentBuilder incident) => incident.Attach(Key, Text);

    internal override string? FaultAfter(IncidentBuilder incident) => Key is null ? "has no Key" : null;
}

/// <summary>An alert cleared: evidence, which resolves nothing (P17).</summary>
public sealed record AlertCleared : IncidentEvent
{
    /// <summary>The key of the alert.</summary>
    public required string Key { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapNames(Incident incident) => this with { Key = IncidentKit.Incident.RestrictedText };

    internal override void Apply(IncidentBuilder incident)
    {
        if (incident.Alerts.IndexOf(Key) is { } place)
            incident.Alerts = incident.Alerts.SetItem(place, incident.Alerts[place] with { IsCleared = true });
    }

    internal override string? FaultAfter(IncidentBuilder incident) => Key is null ? "has no Key" : null;
}
