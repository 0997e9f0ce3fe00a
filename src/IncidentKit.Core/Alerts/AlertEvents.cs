namespace IncidentKit.Events;

/// <summary>An alert was set, or its threshold changed, for the time of the incident only.</summary>
public sealed record TemporaryAlertSet : IncidentEvent
{
    /// <summary>The number of the temporary alert, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Which alert, and its threshold.</summary>
    public required string Alert { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Alert = map(Alert) };
}

/// <summary>A temporary alert was taken down.</summary>
public sealed record TemporaryAlertTakenDown : IncidentEvent
{
    /// <summary>The number of the temporary alert.</summary>
    public required int Number { get; init; }
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
}

/// <summary>An alert cleared: evidence, which resolves nothing (P17).</summary>
public sealed record AlertCleared : IncidentEvent
{
    /// <summary>The key of the alert.</summary>
    public required string Key { get; init; }

    internal override bool IsWork => false;
}
