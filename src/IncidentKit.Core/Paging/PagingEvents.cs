namespace IncidentKit.Events;

/// <summary>Somebody wants a page to go out, or tells of one that was made by other means at an earlier time.</summary>
public sealed record PageRequested : IncidentEvent
{
    /// <summary>Who is paged.</summary>
    public Responder? To { get; init; }

    /// <summary>Who is paged, by an audience word; where no person is named either, the next step of the escalation policy.</summary>
    public string? Audience { get; init; }

    /// <summary>What the page says beside the incident itself.</summary>
    public string? Message { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) =>
        this with { Audience = Map(map, Audience), Message = Map(map, Message) };
}

/// <summary>Something that was done about paging, once for each delivery.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public abstract record PagingEvent : IncidentEvent
{
    private protected PagingEvent()
    {
    }

    /// <summary>The stable id of what was done, by which a pager knows a repeat.</summary>
    public required string Delivery { get; init; }

    /// <summary>The run of the escalation, from 1: silence begins the next one, and a recurrence the first of the next thousand.</summary>
    public required int Run { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapNames(Incident incident) => this with { Delivery = DeliveryFor(incident) };

    // An id that the engine made holds no text of the incident; one that somebody typed may.
    private protected string DeliveryFor(Incident incident) =>
        Delivery.StartsWith($"{incident.Id}/", StringComparison.Ordinal) ? Delivery : IncidentKit.Incident.RestrictedText;
}

/// <summary>A page, or that there was nobody to page.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public abstract record PagingStepEvent : PagingEvent
{
    private protected PagingStepEvent()
    {
    }

    /// <summary>Why it was due.</summary>
    public required PagingCause Cause { get; init; }

    /// <summary>The step of the escalation policy, from 1; null for what is no step.</summary>
    public int? Step { get; init; }

    /// <summary>How often the steps had been repeated; null for what is no step.</summary>
    public int? Repeat { get; init; }

    /// <summary>The audience word that was asked for; null where a person was named.</summary>
    public string? Audience { get; init; }

    /// <summary>The sequence number of the request that it answers.</summary>
    public long? Request { get; init; }

    // A word that somebody typed may hold what a word of a policy does not.
    internal override IncidentEvent MapText(Func<string, string> map) =>
        Cause == PagingCause.Requested ? this with { Audience = Map(map, Audience) } : this;

    internal override IncidentEvent MapNames(Incident incident) => this with
    {
        Delivery = DeliveryFor(incident),
        Audience = Audience is null ? null : IncidentKit.Incident.RestrictedText,
    };
}

/// <summary>A page went out to a person; <see cref="IncidentEvent.When"/> is the instant of the page.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public sealed record Paged : PagingStepEvent
{
    /// <summary>Who was paged.</summary>
    public required Responder To { get; init; }

    /// <summary>How urgent the page was.</summary>
    public required PageUrgency Urgency { get; init; }
}

/// <summary>A page did not reach a person.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public sealed record PageFailed : PagingStepEvent
{
    /// <summary>Who was not reached.</summary>
    public required Responder To { get; init; }

    /// <summary>How urgent the page was.</summary>
    public required PageUrgency Urgency { get; init; }

    /// <summary>Why, in the words of the pager.</summary>
    public string? Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => (PageFailed)base.MapText(map) with { Reason = Map(map, Reason) };
}

/// <summary>There was nobody to page: a step of the escalation policy or an audience word was passed over (P32).</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public sealed record PagingStepSkipped : PagingStepEvent
{
    /// <summary>Why nobody was paged.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => (PagingStepSkipped)base.MapText(map) with { Reason = map(Reason) };
}

/// <summary>Nobody acknowledged, through all steps and repeats (P32).</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public sealed record EscalationExhausted : PagingEvent;

/// <summary>A ticket is filed, beside a page or in its place (P30). Who keeps tickets reads it here.</summary>
/// <remarks>Immutable, equal by value, thread-safe.</remarks>
public sealed record TicketFiled : PagingEvent
{
    /// <summary>Why a ticket, and no page.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };
}
