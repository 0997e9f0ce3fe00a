namespace IncidentKit.Events;

/// <summary>Date and time of the post-mortem were fixed.</summary>
public sealed record PostMortemFixed : IncidentEvent
{
    /// <summary>When it will be held.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }
}

/// <summary>The post-mortem was held.</summary>
public sealed record PostMortemHeld : IncidentEvent;

/// <summary>The post-mortem was published.</summary>
public sealed record PostMortemPublished : IncidentEvent
{
    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Url = Map(map, Url) };

    internal override void Apply(IncidentBuilder incident) => incident.IsPostMortemPublished = true;
}

/// <summary>An action item was added or replaced.</summary>
public sealed record ActionItemStated : IncidentEvent
{
    /// <summary>The number of the item, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Action { get; init; }

    /// <summary>Who does it.</summary>
    public string? Owner { get; init; }

    /// <summary>By which day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Its priority.</summary>
    public string? Priority { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) =>
        this with { Action = map(Action), Owner = Map(map, Owner), Priority = Map(map, Priority) };

    internal override void Apply(IncidentBuilder incident)
    {
        var items = incident.ActionItems;
        var item = new ActionItem { Number = Number, Action = Action, Owner = Owner, Due = Due, Priority = Priority };
        incident.ActionItems = Number > items.Count
            ? items.Add(item)
            : items.SetItem(Number - 1, item with { IsDone = items[Number - 1].IsDone });
    }

    internal override string? FaultAfter(IncidentBuilder incident) => Number == incident.ActionItems.Count + 1
        ? null
        : OneOf(incident.ActionItems.Count, Number, nameof(Number));
}

/// <summary>An action item was done.</summary>
public sealed record ActionItemCompleted : IncidentEvent
{
    /// <summary>The number of the item.</summary>
    public required int Number { get; init; }

    internal override void Apply(IncidentBuilder incident) =>
        incident.ActionItems = incident.ActionItems.SetItem(Number - 1, incident.ActionItems[Number - 1] with { IsDone = true });

    internal override string? FaultAfter(IncidentBuilder incident) => OneOf(incident.ActionItems.Count, Number, nameof(Number));
}
