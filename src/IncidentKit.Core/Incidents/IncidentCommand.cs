using System.Text.Json.Serialization;

namespace IncidentKit;

// The whole vocabulary on one page: first the reports, which say what happened, then the gates, which end or give up something.

/// <summary>
/// Something that a person or a program tells the incident. Reports are never refused by the default policy; gates may be (P61).
/// </summary>
/// <remarks>Immutable, equal by value, thread-safe. In JSON the kind stands in <c>"type"</c>.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DeclareIncident), nameof(DeclareIncident))]
[JsonDerivedType(typeof(Acknowledge), nameof(Acknowledge))]
[JsonDerivedType(typeof(Classify), nameof(Classify))]
[JsonDerivedType(typeof(DescribeImpact), nameof(DescribeImpact))]
[JsonDerivedType(typeof(StateImpact), nameof(StateImpact))]
[JsonDerivedType(typeof(Retitle), nameof(Retitle))]
[JsonDerivedType(typeof(OpenChannel), nameof(OpenChannel))]
[JsonDerivedType(typeof(Join), nameof(Join))]
[JsonDerivedType(typeof(AssignRole), nameof(AssignRole))]
[JsonDerivedType(typeof(HandOffRole), nameof(HandOffRole))]
[JsonDerivedType(typeof(TakeCommand), nameof(TakeCommand))]
[JsonDerivedType(typeof(BeginMitigation), nameof(BeginMitigation))]
[JsonDerivedType(typeof(RecordMitigation), nameof(RecordMitigation))]
[JsonDerivedType(typeof(DeclareMitigated), nameof(DeclareMitigated))]
[JsonDerivedType(typeof(ReportRecovered), nameof(ReportRecovered))]
[JsonDerivedType(typeof(RecordFinding), nameof(RecordFinding))]
[JsonDerivedType(typeof(IdentifyCause), nameof(IdentifyCause))]
[JsonDerivedType(typeof(EscalateUnmitigated), nameof(EscalateUnmitigated))]
[JsonDerivedType(typeof(EngageVendor), nameof(EngageVendor))]
[JsonDerivedType(typeof(Page), nameof(Page))]
[JsonDerivedType(typeof(RecordPaging), nameof(RecordPaging))]
[JsonDerivedType(typeof(PostUpdate), nameof(PostUpdate))]
[JsonDerivedType(typeof(ReportRecurrence), nameof(ReportRecurrence))]
[JsonDerivedType(typeof(SetTemporaryAlert), nameof(SetTemporaryAlert))]
[JsonDerivedType(typeof(TakeDownTemporaryAlert), nameof(TakeDownTemporaryAlert))]
[JsonDerivedType(typeof(FixPostMortem), nameof(FixPostMortem))]
[JsonDerivedType(typeof(HoldPostMortem), nameof(HoldPostMortem))]
[JsonDerivedType(typeof(AddActionItem), nameof(AddActionItem))]
[JsonDerivedType(typeof(AmendActionItem), nameof(AmendActionItem))]
[JsonDerivedType(typeof(CompleteActionItem), nameof(CompleteActionItem))]
[JsonDerivedType(typeof(AttachAlert), nameof(AttachAlert))]
[JsonDerivedType(typeof(ClearAlert), nameof(ClearAlert))]
[JsonDerivedType(typeof(Link), nameof(Link))]
[JsonDerivedType(typeof(TakeOverDuplicate), nameof(TakeOverDuplicate))]
[JsonDerivedType(typeof(Restrict), nameof(Restrict))]
[JsonDerivedType(typeof(MeetObligation), nameof(MeetObligation))]
[JsonDerivedType(typeof(CheckObligations), nameof(CheckObligations))]
[JsonDerivedType(typeof(AddNote), nameof(AddNote))]
[JsonDerivedType(typeof(MarkUnknown), nameof(MarkUnknown))]
[JsonDerivedType(typeof(CorrectTime), nameof(CorrectTime))]
[JsonDerivedType(typeof(Redact), nameof(Redact))]
[JsonDerivedType(typeof(ReviewSeverity), nameof(ReviewSeverity))]
[JsonDerivedType(typeof(LowerSeverity), nameof(LowerSeverity))]
[JsonDerivedType(typeof(GiveUpRole), nameof(GiveUpRole))]
[JsonDerivedType(typeof(WaiveObligation), nameof(WaiveObligation))]
[JsonDerivedType(typeof(WaiveDemand), nameof(WaiveDemand))]
[JsonDerivedType(typeof(ResolveIncident), nameof(ResolveIncident))]
[JsonDerivedType(typeof(PublishPostMortem), nameof(PublishPostMortem))]
[JsonDerivedType(typeof(EndWatch), nameof(EndWatch))]
[JsonDerivedType(typeof(LiftRestriction), nameof(LiftRestriction))]
[JsonDerivedType(typeof(CancelIncident), nameof(CancelIncident))]
[JsonDerivedType(typeof(MarkDuplicate), nameof(MarkDuplicate))]
[JsonDerivedType(typeof(CloseIncident), nameof(CloseIncident))]
[JsonDerivedType(typeof(ReopenIncident), nameof(ReopenIncident))]
public abstract record IncidentCommand
{
    private protected IncidentCommand()
    {
    }

    /// <summary>Who says so.</summary>
    public required Actor By { get; init; }

    /// <summary>When it happened; <see cref="When.Now"/> where nothing is said.</summary>
    public When When { get; init; }

    /// <summary>A key of the caller's: the same key with the same command has one effect, however often it is sent.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether the command ends or gives up something, and so may be refused (P61).</summary>
    [JsonIgnore]
    public bool IsGate => this is GateCommand;
}

/// <summary>A command that says what happened.</summary>
public abstract record ReportCommand : IncidentCommand
{
    private protected ReportCommand()
    {
    }
}

/// <summary>A command that ends or gives up something. It may be refused, with the way forward.</summary>
public abstract record GateCommand : IncidentCommand
{
    private protected GateCommand()
    {
    }
}

/// <summary>There is an incident. A person who declares it has acknowledged it.</summary>
public sealed record DeclareIncident : ReportCommand
{
    /// <summary>What is wrong, in one line of at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The service that is affected.</summary>
    public required string Service { get; init; }

    /// <summary>Words of the host's own, such as <c>team:payments</c>.</summary>
    public TextList? Labels { get; init; }

    /// <summary>The level, where it is known already.</summary>
    public int? Level { get; init; }

    /// <summary>When the first alert or report came in (T0); the time of declaration where null.</summary>
    public When? Detected { get; init; }

    /// <summary>When the impact began, where it is known already.</summary>
    public When? Started { get; init; }

    /// <summary>Who noticed first, where it is known already.</summary>
    public NoticedBy? NoticedBy { get; init; }

    /// <summary>The human number, given by the store.</summary>
    public int? Number { get; init; }

    /// <summary>The incident that came back, where this one is its recurrence after the time for reopening.</summary>
    public IncidentId? RecurrenceOf { get; init; }

    /// <summary>
    /// Whether the incident is entered after the fact: nothing is implied, and rules warn. What the phase table refuses outright
    /// (closing what is not resolved) stays refused.
    /// </summary>
    public bool Retrospective { get; init; }

    /// <summary>
    /// Whether it is a drill (P63): every rule and obligation is alive, but nothing goes to the public, and no figure counts it.
    /// </summary>
    public bool Drill { get; init; }

    /// <summary>Whether it is restricted from the start (P62).</summary>
    public bool Restricted { get; init; }

    /// <summary>The key of the alert that told of it, where one did; it is attached.</summary>
    public string? AlertKey { get; init; }
}

/// <summary>A person has seen it and is on it.</summary>
public sealed record Acknowledge : ReportCommand;

/// <summary>Sets the first level, or raises it. Open to everybody.</summary>
public sealed record Classify : ReportCommand
{
    /// <summary>The rank of the level, 1 being the most severe.</summary>
    public required int Level { get; init; }
}

/// <summary>Says what is known of the impact; what is null stays as it was.</summary>
public sealed record DescribeImpact : ReportCommand
{
    /// <summary>When the impact began.</summary>
    public When? Started { get; init; }

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
}

/// <summary>States one interval of impact.</summary>
public sealed record StateImpact : ReportCommand
{
    /// <summary>What kind of impact it was.</summary>
    public required ImpactKind Kind { get; init; }

    /// <summary>When it began.</summary>
    public When From { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public When? To { get; init; }

    /// <summary>The share of users or requests that was hit, from 0 to 1.</summary>
    public double? Share { get; init; }

    /// <summary>The sequence number of an earlier statement that this one replaces.</summary>
    public long? Replaces { get; init; }
}

/// <summary>Gives the incident a better title.</summary>
public sealed record Retitle : ReportCommand
{
    /// <summary>What is wrong, in one line of at most 200 characters.</summary>
    public required string Title { get; init; }
}

/// <summary>Names the channel of record; a second one moves it.</summary>
public sealed record OpenChannel : ReportCommand
{
    /// <summary>The name of the channel; one is made from date and title where null (P18).</summary>
    public string? Name { get; init; }

    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    /// <summary>Names that are taken already, for the suffix of a made name.</summary>
    public TextList? Taken { get; init; }
}

/// <summary>A person has joined, or was brought in by somebody else (P13).</summary>
public sealed record Join : ReportCommand
{
    /// <summary>Who was brought in; the person who says so where null.</summary>
    public Responder? Person { get; init; }
}

/// <summary>A person gets a role.</summary>
public sealed record AssignRole : ReportCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who gets it. Null only in a retrospective incident: somebody, nobody recorded who.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Responder? To { get; init; }
}

/// <summary>The holder of a role hands it over.</summary>
public sealed record HandOffRole : ReportCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who gets it.</summary>
    public required Responder To { get; init; }

    /// <summary>For command: what is known, what is running, when the next update is due.</summary>
    public string? Note { get; init; }
}

/// <summary>A person takes command. Never refused to a person; the former holder is told.</summary>
public sealed record TakeCommand : ReportCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Somebody begins to stop the bleeding. Where there is no commander, this makes one.</summary>
public sealed record BeginMitigation : ReportCommand
{
    /// <summary>What is done.</summary>
    public MitigationKind Kind { get; init; }

    /// <summary>What is done, in words.</summary>
    public string? Description { get; init; }

    /// <summary>Who proposed it.</summary>
    public Responder? ProposedBy { get; init; }

    /// <summary>Who decided it; the person who reports it where null.</summary>
    public Responder? DecidedBy { get; init; }
}

/// <summary>Says what came of a mitigation: of one that runs, or of one that nobody recorded before.</summary>
public sealed record RecordMitigation : ReportCommand
{
    /// <summary>What came of it.</summary>
    public required MitigationOutcome Outcome { get; init; }

    /// <summary>The number of the attempt; null for one that nobody recorded before.</summary>
    public int? Attempt { get; init; }

    /// <summary>When it began, for one that nobody recorded before; unknown where null.</summary>
    public When? Began { get; init; }

    /// <summary>What was done, for one that nobody recorded before.</summary>
    public MitigationKind Kind { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Description { get; init; }
}

/// <summary>The bleeding has stopped.</summary>
public sealed record DeclareMitigated : ReportCommand
{
    /// <summary>How service came back.</summary>
    public MitigatedBy How { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Statement { get; init; }
}

/// <summary>Service came back by itself.</summary>
public sealed record ReportRecovered : ReportCommand;

/// <summary>Something found, addressed to the commander.</summary>
public sealed record RecordFinding : ReportCommand
{
    /// <summary>What the finding is.</summary>
    public FindingKind Kind { get; init; }

    /// <summary>The finding.</summary>
    public required string Text { get; init; }

    /// <summary>A link to the evidence.</summary>
    public string? Link { get; init; }
}

/// <summary>The cause was found.</summary>
public sealed record IdentifyCause : ReportCommand
{
    /// <summary>The cause.</summary>
    public required string Cause { get; init; }
}

/// <summary>Mitigation did not work: more engineers, a vendor. Open to everybody.</summary>
public sealed record EscalateUnmitigated : ReportCommand
{
    /// <summary>To whom, or why.</summary>
    public string? Statement { get; init; }
}

/// <summary>A vendor's support is on it.</summary>
public sealed record EngageVendor : ReportCommand
{
    /// <summary>The vendor.</summary>
    public required string Vendor { get; init; }

    /// <summary>The number of the case there.</summary>
    public string? Case { get; init; }
}

/// <summary>
/// Pages somebody: a person, who stands behind an audience word, or the next step of the escalation policy where neither
/// is named (P30, P32). Open to everybody, at any level and hour. Told of an earlier time, it is the record of a page
/// that was made by other means.
/// </summary>
public sealed record Page : ReportCommand
{
    /// <summary>Who is paged.</summary>
    public Responder? To { get; init; }

    /// <summary>Who is paged, by a word such as "engineering lead", where no person is named.</summary>
    public string? Audience { get; init; }

    /// <summary>What the page says beside the incident itself.</summary>
    public string? Message { get; init; }
}

/// <summary>
/// Records what was paged, could not be paged, was skipped or filed. The paging monitor gives it; the same
/// <see cref="Delivery"/> has one effect.
/// </summary>
public sealed record RecordPaging : ReportCommand
{
    /// <summary>What was done.</summary>
    public required PagingFact Fact { get; init; }

    /// <summary>The stable id of what was done: whoever finds it due makes the same one.</summary>
    public required string Delivery { get; init; }

    /// <summary>The run of the escalation, from 1: silence begins the next one, and a recurrence the first of the next thousand.</summary>
    public required int Run { get; init; }

    /// <summary>Why it was due.</summary>
    public required PagingCause Cause { get; init; }

    /// <summary>The step of the escalation policy, from 1; null for what is no step.</summary>
    public int? Step { get; init; }

    /// <summary>How often the steps had been repeated.</summary>
    public int? Repeat { get; init; }

    /// <summary>The audience word that was asked for.</summary>
    public string? Audience { get; init; }

    /// <summary>Who was paged, or could not be.</summary>
    public Responder? To { get; init; }

    /// <summary>How urgent the page was.</summary>
    public PageUrgency? Urgency { get; init; }

    /// <summary>The sequence number of the request that it answers.</summary>
    public long? Request { get; init; }

    /// <summary>Why somebody could not be reached or was skipped, or a ticket was filed.</summary>
    public string? Reason { get; init; }
}

/// <summary>An update was posted.</summary>
public sealed record PostUpdate : ReportCommand
{
    /// <summary>Who reads it.</summary>
    public required UpdateAudience Audience { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The instant for which it promises the next one.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>What the public page says from then on.</summary>
    public PublicStatus? Status { get; init; }
}

/// <summary>It came back.</summary>
public sealed record ReportRecurrence : ReportCommand
{
    /// <summary>What was seen.</summary>
    public string? Statement { get; init; }
}

/// <summary>An alert was set, or its threshold changed, for the time of the incident only (P25).</summary>
public sealed record SetTemporaryAlert : ReportCommand
{
    /// <summary>Which alert, and its threshold.</summary>
    public required string Alert { get; init; }
}

/// <summary>A temporary alert was taken down, or its threshold set back.</summary>
public sealed record TakeDownTemporaryAlert : ReportCommand
{
    /// <summary>The number of the temporary alert.</summary>
    public required int Number { get; init; }
}

/// <summary>Date and time of the post-mortem are fixed.</summary>
public sealed record FixPostMortem : ReportCommand
{
    /// <summary>When it will be held.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }
}

/// <summary>The post-mortem was held.</summary>
public sealed record HoldPostMortem : ReportCommand;

/// <summary>Something is to be done.</summary>
public sealed record AddActionItem : ReportCommand
{
    /// <summary>What is to be done.</summary>
    public required string Action { get; init; }

    /// <summary>Who does it.</summary>
    public string? Owner { get; init; }

    /// <summary>By which day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Its priority, such as "P1".</summary>
    public string? Priority { get; init; }
}

/// <summary>Fills in or changes an action item; what is null stays as it was.</summary>
public sealed record AmendActionItem : ReportCommand
{
    /// <summary>The number of the item.</summary>
    public required int Number { get; init; }

    /// <summary>What is to be done.</summary>
    public string? Action { get; init; }

    /// <summary>Who does it.</summary>
    public string? Owner { get; init; }

    /// <summary>By which day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Its priority.</summary>
    public string? Priority { get; init; }
}

/// <summary>An action item was done.</summary>
public sealed record CompleteActionItem : ReportCommand
{
    /// <summary>The number of the item.</summary>
    public required int Number { get; init; }
}

/// <summary>An alert fired for what is wrong here (P17). The same key may come again: an alert storm is one incident.</summary>
public sealed record AttachAlert : ReportCommand
{
    /// <summary>What the alert is known by, in one line: the same key leads to the same open incident.</summary>
    public required string Key { get; init; }

    /// <summary>What the alert says.</summary>
    public string? Text { get; init; }

    /// <summary>Where to look at it.</summary>
    public string? Link { get; init; }

    /// <summary>Another open incident that has the alert already. The manager says so.</summary>
    public IncidentId? AlsoAt { get; init; }
}

/// <summary>An alert cleared: evidence, which resolves nothing by itself (P17).</summary>
public sealed record ClearAlert : ReportCommand
{
    /// <summary>The key of an attached alert.</summary>
    public required string Key { get; init; }
}

/// <summary>Another incident has to do with this one.</summary>
public sealed record Link : ReportCommand
{
    /// <summary>The other incident.</summary>
    public required IncidentId To { get; init; }

    /// <summary>What the other one is to this one.</summary>
    public LinkKind Kind { get; init; }
}

/// <summary>Goes on with what a duplicate had: its alerts and its public thread. The manager gives it when it marks a duplicate.</summary>
public sealed record TakeOverDuplicate : ReportCommand
{
    /// <summary>The duplicate.</summary>
    public required IncidentId Duplicate { get; init; }

    /// <summary>The keys of its alerts.</summary>
    public TextList? AlertKeys { get; init; }

    /// <summary>What the public page says of it; null where nothing was posted publicly.</summary>
    public PublicStatus? Status { get; init; }
}

/// <summary>
/// Not everybody may read it (P62): its channel gets a neutral name, and no text of it leaves for pages, tickets and logs.
/// </summary>
public sealed record Restrict : ReportCommand
{
    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}

/// <summary>Meets an obligation that the host defined, where nothing else says that it is met.</summary>
public sealed record MeetObligation : ReportCommand
{
    /// <summary>The name of the host's obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>What shows it, such as the number of a notice.</summary>
    public string? Evidence { get; init; }
}

/// <summary>
/// Records what was missed until now, each miss once. The obligation monitor gives it; its time of happening is always now.
/// </summary>
public sealed record CheckObligations : ReportCommand;

/// <summary>A note, a marked chat message, a link.</summary>
public sealed record AddNote : ReportCommand
{
    /// <summary>The note.</summary>
    public required string Text { get; init; }

    /// <summary>A link to evidence.</summary>
    public string? Link { get; init; }
}

/// <summary>
/// Says which facts of a retrospective incident nobody knows: see <see cref="UnknownFacts"/>. In one that is under way it
/// is kept and marks nothing.
/// </summary>
public sealed record MarkUnknown : ReportCommand
{
    /// <summary>The names of the facts.</summary>
    public required TextList Facts { get; init; }
}

/// <summary>Corrects the time at which an earlier fact happened.</summary>
public sealed record CorrectTime : ReportCommand
{
    /// <summary>The sequence number of the fact.</summary>
    public required long Of { get; init; }

    /// <summary>When it really happened.</summary>
    public required When To { get; init; }

    /// <summary>How it is known.</summary>
    public required string Reason { get; init; }
}

/// <summary>Replaces the text of an earlier fact: a pasted secret, personal data. The fact itself stays (P24).</summary>
public sealed record Redact : ReportCommand
{
    /// <summary>The sequence number of the fact.</summary>
    public required long Of { get; init; }

    /// <summary>Why; do not repeat the secret here.</summary>
    public required string Reason { get; init; }
}

/// <summary>Corrects the final level after the end: figures follow, obligations do not (P05).</summary>
public sealed record ReviewSeverity : GateCommand
{
    /// <summary>The rank of the level, 1 being the most severe.</summary>
    public required int Level { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Lowers the level: the commander's, with a reason (P05).</summary>
public sealed record LowerSeverity : GateCommand
{
    /// <summary>The rank of the lower level.</summary>
    public required int Level { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The holder gives up a role without a successor; the commander holds it again.</summary>
public sealed record GiveUpRole : GateCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }
}

/// <summary>The commander waives what is pending of an obligation.</summary>
public sealed record WaiveObligation : GateCommand
{
    /// <summary>The name of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A named person waives a demand that stands before a gate, where the policy allows it (P28).</summary>
public sealed record WaiveDemand : GateCommand
{
    /// <summary>The id of the rule that makes the demand.</summary>
    public required string Rule { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Service is fully back and the cause is dealt with.</summary>
public sealed record ResolveIncident : GateCommand
{
    /// <summary>What was done, in words.</summary>
    public string? Statement { get; init; }
}

/// <summary>The post-mortem is published.</summary>
public sealed record PublishPostMortem : GateCommand
{
    /// <summary>Where it is.</summary>
    public string? Url { get; init; }
}

/// <summary>Ends the watch for a recurrence early; it ends by itself otherwise.</summary>
public sealed record EndWatch : GateCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Everybody may read it again (P62); what it owes the public counts from here.</summary>
public sealed record LiftRestriction : GateCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>It was a false alarm, or it became a ticket.</summary>
public sealed record CancelIncident : GateCommand
{
    /// <summary>Which of the two; duplicates are marked with <see cref="MarkDuplicate"/>.</summary>
    public required CancellationReason Because { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The ticket that it became.</summary>
    public string? Ticket { get; init; }
}

/// <summary>Another incident covers it.</summary>
public sealed record MarkDuplicate : GateCommand
{
    /// <summary>The other incident.</summary>
    public required IncidentId Of { get; init; }

    /// <summary>
    /// Whether the other incident goes on with what was posted publicly, so that no closing post is wanted here. The manager says
    /// so where the other one is open.
    /// </summary>
    public bool ThreadGoesOver { get; init; }
}

/// <summary>Everything the level asks for is done (P28).</summary>
public sealed record CloseIncident : GateCommand;

/// <summary>A closed or cancelled incident is opened again (P29).</summary>
public sealed record ReopenIncident : GateCommand
{
    /// <summary>It came back, or the record is incomplete.</summary>
    public required ReopenReason Because { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }
}
