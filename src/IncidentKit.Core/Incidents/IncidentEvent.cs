using System.Text.Json.Serialization;

namespace IncidentKit;

// The whole vocabulary on one page. A fact is never edited: a correction is a fact of its own.

/// <summary>Something that happened to an incident: what the door lets in, and what the state is folded from.</summary>
/// <remarks>
/// Immutable, equal by value, thread-safe. In JSON the kind stands in <c>"type"</c>. An event's identity
/// is incident and sequence.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(IncidentDeclared), nameof(IncidentDeclared))]
[JsonDerivedType(typeof(IncidentDetected), nameof(IncidentDetected))]
[JsonDerivedType(typeof(ImpactStarted), nameof(ImpactStarted))]
[JsonDerivedType(typeof(FactsUnknown), nameof(FactsUnknown))]
[JsonDerivedType(typeof(Acknowledged), nameof(Acknowledged))]
[JsonDerivedType(typeof(SeverityChanged), nameof(SeverityChanged))]
[JsonDerivedType(typeof(ImpactDescribed), nameof(ImpactDescribed))]
[JsonDerivedType(typeof(ImpactStated), nameof(ImpactStated))]
[JsonDerivedType(typeof(Retitled), nameof(Retitled))]
[JsonDerivedType(typeof(ChannelOpened), nameof(ChannelOpened))]
[JsonDerivedType(typeof(ResponderJoined), nameof(ResponderJoined))]
[JsonDerivedType(typeof(RoleAssigned), nameof(RoleAssigned))]
[JsonDerivedType(typeof(RoleGivenUp), nameof(RoleGivenUp))]
[JsonDerivedType(typeof(MitigationBegun), nameof(MitigationBegun))]
[JsonDerivedType(typeof(MitigationRecorded), nameof(MitigationRecorded))]
[JsonDerivedType(typeof(ServiceMitigated), nameof(ServiceMitigated))]
[JsonDerivedType(typeof(FindingRecorded), nameof(FindingRecorded))]
[JsonDerivedType(typeof(CauseIdentified), nameof(CauseIdentified))]
[JsonDerivedType(typeof(EscalatedUnmitigated), nameof(EscalatedUnmitigated))]
[JsonDerivedType(typeof(VendorEngaged), nameof(VendorEngaged))]
[JsonDerivedType(typeof(PageRequested), nameof(PageRequested))]
[JsonDerivedType(typeof(Paged), nameof(Paged))]
[JsonDerivedType(typeof(PageFailed), nameof(PageFailed))]
[JsonDerivedType(typeof(PagingStepSkipped), nameof(PagingStepSkipped))]
[JsonDerivedType(typeof(EscalationExhausted), nameof(EscalationExhausted))]
[JsonDerivedType(typeof(TicketFiled), nameof(TicketFiled))]
[JsonDerivedType(typeof(UpdatePosted), nameof(UpdatePosted))]
[JsonDerivedType(typeof(IncidentRecurred), nameof(IncidentRecurred))]
[JsonDerivedType(typeof(IncidentResolved), nameof(IncidentResolved))]
[JsonDerivedType(typeof(WatchEnded), nameof(WatchEnded))]
[JsonDerivedType(typeof(TemporaryAlertSet), nameof(TemporaryAlertSet))]
[JsonDerivedType(typeof(TemporaryAlertTakenDown), nameof(TemporaryAlertTakenDown))]
[JsonDerivedType(typeof(PostMortemFixed), nameof(PostMortemFixed))]
[JsonDerivedType(typeof(PostMortemHeld), nameof(PostMortemHeld))]
[JsonDerivedType(typeof(PostMortemPublished), nameof(PostMortemPublished))]
[JsonDerivedType(typeof(ActionItemStated), nameof(ActionItemStated))]
[JsonDerivedType(typeof(ActionItemCompleted), nameof(ActionItemCompleted))]
[JsonDerivedType(typeof(ObligationWaived), nameof(ObligationWaived))]
[JsonDerivedType(typeof(DemandWaived), nameof(DemandWaived))]
[JsonDerivedType(typeof(IncidentClosed), nameof(IncidentClosed))]
[JsonDerivedType(typeof(IncidentCancelled), nameof(IncidentCancelled))]
[JsonDerivedType(typeof(IncidentReopened), nameof(IncidentReopened))]
[JsonDerivedType(typeof(AlertAttached), nameof(AlertAttached))]
[JsonDerivedType(typeof(AlertCleared), nameof(AlertCleared))]
[JsonDerivedType(typeof(IncidentLinked), nameof(IncidentLinked))]
[JsonDerivedType(typeof(DuplicateTakenOver), nameof(DuplicateTakenOver))]
[JsonDerivedType(typeof(IncidentRestricted), nameof(IncidentRestricted))]
[JsonDerivedType(typeof(RestrictionLifted), nameof(RestrictionLifted))]
[JsonDerivedType(typeof(ObligationMet), nameof(ObligationMet))]
[JsonDerivedType(typeof(ObligationMissed), nameof(ObligationMissed))]
[JsonDerivedType(typeof(ObligationRestated), nameof(ObligationRestated))]
[JsonDerivedType(typeof(NoteAdded), nameof(NoteAdded))]
[JsonDerivedType(typeof(TimeCorrected), nameof(TimeCorrected))]
[JsonDerivedType(typeof(TextRedacted), nameof(TextRedacted))]
[JsonDerivedType(typeof(DeviationRecorded), nameof(DeviationRecorded))]
public abstract record IncidentEvent
{
    private protected IncidentEvent()
    {
    }

    /// <summary>The incident it happened to.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>Its place in the incident's history, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it happened: an instant, or unknown.</summary>
    public required When When { get; init; }

    /// <summary>Who said so.</summary>
    public required Actor By { get; init; }

    /// <summary>Whether it follows from another fact, rather than having been said.</summary>
    public bool Implied { get; init; }

    /// <summary>The phase that it moved the incident to; null where it moved nothing.</summary>
    public IncidentPhase? MovedTo { get; init; }

    /// <summary>Whether it did not fit the phase: kept as a fact, though it moved nothing (P61).</summary>
    public bool Kept { get; init; }

    /// <summary>The stamp of the command it comes from, where that carried an idempotency key.</summary>
    public CommandStamp? Stamp { get; init; }

    /// <summary>
    /// The same fact with every text that a person wrote, names of services and channels excepted, replaced by what
    /// <paramref name="map"/> makes of it.
    /// </summary>
    internal virtual IncidentEvent MapText(Func<string, string> map) => this;

    private protected static string? Map(Func<string, string> map, string? text) => text is null ? null : map(text);
}

/// <summary>What is kept of a command with an idempotency key, so that a repeat is told from a mistake.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record CommandStamp
{
    /// <summary>The caller's key.</summary>
    public required string Key { get; init; }

    /// <summary>A digest of the command.</summary>
    public required string Digest { get; init; }
}

/// <summary>There is an incident; <see cref="IncidentEvent.When"/> is the time of declaration.</summary>
public sealed record IncidentDeclared : IncidentEvent
{
    /// <summary>What is wrong.</summary>
    public required string Title { get; init; }

    /// <summary>The service that is affected.</summary>
    public required string Service { get; init; }

    /// <summary>Words of the host's own.</summary>
    public TextList? Labels { get; init; }

    /// <summary>The human number.</summary>
    public int? Number { get; init; }

    /// <summary>The name of the policy that the incident follows.</summary>
    public required string Policy { get; init; }

    /// <summary>The version of that policy.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Who noticed first.</summary>
    public NoticedBy? NoticedBy { get; init; }

    /// <summary>The incident that came back.</summary>
    public IncidentId? RecurrenceOf { get; init; }

    /// <summary>Whether the incident was entered after the fact.</summary>
    public bool Retrospective { get; init; }

    /// <summary>The rank of the level that applies from the start, in a retrospective incident.</summary>
    public int? Level { get; init; }

    /// <summary>The name of that level.</summary>
    public string? LevelName { get; init; }

    /// <summary>Whether it is a drill (P63).</summary>
    public bool Drill { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) =>
        this with { Title = map(Title), Labels = Labels is null ? null : [.. Labels.Select(map)] };
}

/// <summary>The first alert or report came in: T0.</summary>
public sealed record IncidentDetected : IncidentEvent;

/// <summary>The impact began.</summary>
public sealed record ImpactStarted : IncidentEvent;

/// <summary>Nobody knows these facts: see <see cref="UnknownFacts"/>.</summary>
public sealed record FactsUnknown : IncidentEvent
{
    /// <summary>The names of the facts.</summary>
    public required TextList Facts { get; init; }
}

/// <summary>A person has seen it and is on it.</summary>
public sealed record Acknowledged : IncidentEvent;

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

    internal override IncidentEvent MapText(Func<string, string> map) =>
        this with { Feature = Map(map, Feature), Symptom = Map(map, Symptom) };
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
}

/// <summary>The incident got a better title.</summary>
public sealed record Retitled : IncidentEvent
{
    /// <summary>What is wrong.</summary>
    public required string Title { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Title = map(Title) };
}

/// <summary>The channel of record was opened or moved.</summary>
public sealed record ChannelOpened : IncidentEvent
{
    /// <summary>The name of the channel.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Url = Map(map, Url) };
}

/// <summary>A person has joined, or was brought in by somebody else.</summary>
public sealed record ResponderJoined : IncidentEvent
{
    /// <summary>Who was brought in; the person who said so where null.</summary>
    public Responder? Person { get; init; }
}

/// <summary>A person got a role.</summary>
public sealed record RoleAssigned : IncidentEvent
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who got it; null where nobody recorded who.</summary>
    public Responder? To { get; init; }

    /// <summary>Who held it before; null where nobody did.</summary>
    public Responder? From { get; init; }

    /// <summary>How the person came to it.</summary>
    public required RoleChange How { get; init; }

    /// <summary>The state note of a handover, or the reason for taking command.</summary>
    public string? Note { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Note = Map(map, Note) };
}

/// <summary>A role fell back to the commander.</summary>
public sealed record RoleGivenUp : IncidentEvent
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who held it.</summary>
    public required Responder From { get; init; }
}

/// <summary>A mitigation attempt began.</summary>
public sealed record MitigationBegun : IncidentEvent
{
    /// <summary>The number of the attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>What is done.</summary>
    public required MitigationKind Kind { get; init; }

    /// <summary>What is done, in words.</summary>
    public string? Description { get; init; }

    /// <summary>Who proposed it.</summary>
    public Responder? ProposedBy { get; init; }

    /// <summary>Who decided it.</summary>
    public Responder? DecidedBy { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Description = Map(map, Description) };
}

/// <summary>A mitigation attempt ended.</summary>
public sealed record MitigationRecorded : IncidentEvent
{
    /// <summary>The number of the attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>What came of it.</summary>
    public required MitigationOutcome Outcome { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Description { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Description = Map(map, Description) };
}

/// <summary>The bleeding has stopped, or service came back by itself.</summary>
public sealed record ServiceMitigated : IncidentEvent
{
    /// <summary>How service came back.</summary>
    public required MitigatedBy How { get; init; }

    /// <summary>How many recurrences had been recorded by then.</summary>
    public required int Recurrence { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Statement { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Statement = Map(map, Statement) };
}

/// <summary>Something was found.</summary>
public sealed record FindingRecorded : IncidentEvent
{
    /// <summary>What the finding is.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The finding.</summary>
    public required string Text { get; init; }

    /// <summary>A link to the evidence.</summary>
    public string? Link { get; init; }

    /// <summary>To whom it is addressed: who commanded when it was recorded; null where nobody did (P64).</summary>
    public Responder? To { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Text = map(Text), Link = Map(map, Link) };
}

/// <summary>The cause was found.</summary>
public sealed record CauseIdentified : IncidentEvent
{
    /// <summary>The cause.</summary>
    public required string Cause { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Cause = map(Cause) };
}

/// <summary>Mitigation did not work, and more people were called in.</summary>
public sealed record EscalatedUnmitigated : IncidentEvent
{
    /// <summary>To whom, or why.</summary>
    public string? Statement { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Statement = Map(map, Statement) };
}

/// <summary>A vendor's support is on it.</summary>
public sealed record VendorEngaged : IncidentEvent
{
    /// <summary>The vendor.</summary>
    public required string Vendor { get; init; }

    /// <summary>The number of the case there.</summary>
    public string? Case { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Vendor = map(Vendor), Case = Map(map, Case) };
}

/// <summary>Somebody wants a page to go out, or tells of one that was made by other means at an earlier time.</summary>
public sealed record PageRequested : IncidentEvent
{
    /// <summary>Who is paged.</summary>
    public Responder? To { get; init; }

    /// <summary>Who is paged, by an audience word; where no person is named either, the next step of the escalation policy.</summary>
    public string? Audience { get; init; }

    /// <summary>What the page says beside the incident itself.</summary>
    public string? Message { get; init; }

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

/// <summary>It came back.</summary>
public sealed record IncidentRecurred : IncidentEvent
{
    /// <summary>What was seen.</summary>
    public string? Statement { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Statement = Map(map, Statement) };
}

/// <summary>Service is fully back and the cause is dealt with.</summary>
public sealed record IncidentResolved : IncidentEvent
{
    /// <summary>What was done, in words.</summary>
    public string? Statement { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Statement = Map(map, Statement) };
}

/// <summary>The watch for a recurrence was ended early.</summary>
public sealed record WatchEnded : IncidentEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };
}

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
}

/// <summary>An action item was added, or stated anew in full.</summary>
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
}

/// <summary>An action item was done.</summary>
public sealed record ActionItemCompleted : IncidentEvent
{
    /// <summary>The number of the item.</summary>
    public required int Number { get; init; }
}

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
}

/// <summary>The incident is over, with everything its level asks for.</summary>
public sealed record IncidentClosed : IncidentEvent;

/// <summary>The incident ended as a false alarm, a duplicate or a ticket.</summary>
public sealed record IncidentCancelled : IncidentEvent
{
    /// <summary>Which of them.</summary>
    public required CancellationReason Because { get; init; }

    /// <summary>Why, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>The ticket that it became.</summary>
    public string? Ticket { get; init; }

    /// <summary>The incident that it is a duplicate of.</summary>
    public IncidentId? DuplicateOf { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = Map(map, Reason), Ticket = Map(map, Ticket) };
}

/// <summary>The incident was opened again.</summary>
public sealed record IncidentReopened : IncidentEvent
{
    /// <summary>It came back, or the record is incomplete.</summary>
    public required ReopenReason Because { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };
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

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Text = Map(map, Text), Link = Map(map, Link) };
}

/// <summary>An alert cleared: evidence, which resolves nothing (P17).</summary>
public sealed record AlertCleared : IncidentEvent
{
    /// <summary>The key of the alert.</summary>
    public required string Key { get; init; }
}

/// <summary>Another incident has to do with this one.</summary>
public sealed record IncidentLinked : IncidentEvent
{
    /// <summary>The other incident.</summary>
    public required IncidentId To { get; init; }

    /// <summary>What the other one is to this one.</summary>
    public required LinkKind Kind { get; init; }
}

/// <summary>This incident goes on with what a duplicate had.</summary>
public sealed record DuplicateTakenOver : IncidentEvent
{
    /// <summary>The duplicate.</summary>
    public required IncidentId Duplicate { get; init; }

    /// <summary>The keys of its alerts.</summary>
    public TextList? AlertKeys { get; init; }

    /// <summary>What the public page says of it; null where nothing was posted publicly.</summary>
    public PublicStatus? Status { get; init; }
}

/// <summary>Not everybody may read the incident from here on (P62).</summary>
public sealed record IncidentRestricted : IncidentEvent
{
    /// <summary>The neutral word by which outsiders know it.</summary>
    public required string CodeWord { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = Map(map, Reason) };
}

/// <summary>Everybody may read the incident again (P62).</summary>
public sealed record RestrictionLifted : IncidentEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };
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
}

/// <summary>A note, a marked chat message, a link.</summary>
public sealed record NoteAdded : IncidentEvent
{
    /// <summary>The note.</summary>
    public required string Text { get; init; }

    /// <summary>A link to evidence.</summary>
    public string? Link { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Text = map(Text), Link = Map(map, Link) };
}

/// <summary>The time at which an earlier fact happened was corrected.</summary>
public sealed record TimeCorrected : IncidentEvent
{
    /// <summary>The sequence number of the fact.</summary>
    public required long Of { get; init; }

    /// <summary>When it really happened.</summary>
    public required When To { get; init; }

    /// <summary>How it is known.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };
}

/// <summary>The text of an earlier fact was replaced; the fact itself stays.</summary>
public sealed record TextRedacted : IncidentEvent
{
    /// <summary>The sequence number of the fact.</summary>
    public required long Of { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };
}

/// <summary>Something was done otherwise than the policy wants, and accepted.</summary>
public sealed record DeviationRecorded : IncidentEvent
{
    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>What was otherwise.</summary>
    public required string Message { get; init; }
}
