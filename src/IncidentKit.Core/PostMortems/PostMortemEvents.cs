using System.Text.Json.Serialization;

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

/// <summary>What became of an action item.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public abstract record ActionItemEvent : IncidentEvent
{
    private protected ActionItemEvent()
    {
    }

    /// <summary>The number of the item, from 1.</summary>
    [JsonPropertyOrder(-1)]
    public required int Number { get; init; }

    /// <summary>Whether it begins an item.</summary>
    internal virtual bool Begins => false;

    /// <summary>The item from then on; <paramref name="item"/> is how it was, or null for a new one.</summary>
    internal abstract ActionItem Change(ActionItem? item);

    /// <summary>The items that were not dropped, by number; the events come in the order in which they were recorded.</summary>
    internal static IReadOnlyList<ActionItem> ItemsAfter(IEnumerable<ActionItemEvent> events)
    {
        var items = new SortedDictionary<int, ActionItem>();
        foreach (var change in events)
        {
            if (items.TryGetValue(change.Number, out var item) || change.Begins)
                items[change.Number] = change.Change(item);
        }

        return [.. items.Values.Where(item => !item.IsDropped)];
    }

    internal override void Apply(IncidentBuilder incident)
    {
        var items = incident.ActionItems;
        incident.ActionItems = Number > items.Count ? items.Add(Change(null)) : items.SetItem(Number - 1, Change(items[Number - 1]));
    }

    internal override string? FaultAfter(IncidentBuilder incident) => Begins && Number == incident.ActionItems.Count + 1
        ? null
        : OneOf(incident.ActionItems.Count, Number, nameof(Number));
}

/// <summary>An action item was added or replaced.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public sealed record ActionItemStated : ActionItemEvent
{
    /// <summary>What is to be done.</summary>
    public required string Action { get; init; }

    /// <summary>Who does it.</summary>
    public string? Owner { get; init; }

    /// <summary>By which day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Its priority.</summary>
    public string? Priority { get; init; }

    internal override bool Begins => true;

    internal override IncidentEvent MapText(Func<string, string> map) =>
        this with { Action = map(Action), Owner = Map(map, Owner), Priority = Map(map, Priority) };

    internal override ActionItem Change(ActionItem? item) => new()
    {
        Number = Number, Action = Action, Owner = Owner, Due = Due, Priority = Priority, IsDone = item?.IsDone == true,
    };
}

/// <summary>An action item was done.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public sealed record ActionItemCompleted : ActionItemEvent
{
    internal override ActionItem Change(ActionItem? item) => item! with { IsDone = true, DroppedBecause = null };
}

/// <summary>An action item will not be done.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public sealed record ActionItemDropped : ActionItemEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };

    internal override ActionItem Change(ActionItem? item) => item! with { DroppedBecause = Reason };
}
