using System.Text.Json.Serialization;

namespace IncidentKit;

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
[JsonDerivedType(typeof(ActionItemDropped), nameof(ActionItemDropped))]
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
[JsonDerivedType(typeof(CustomFactRecorded), nameof(CustomFactRecorded))]
[JsonDerivedType(typeof(TimeCorrected), nameof(TimeCorrected))]
[JsonDerivedType(typeof(TextRedacted), nameof(TextRedacted))]
[JsonDerivedType(typeof(DeviationRecorded), nameof(DeviationRecorded))]
public abstract record IncidentEvent
{
    private protected IncidentEvent()
    {
    }

    /// <summary>The incident it happened to.</summary>
    [JsonRequired]
    public IncidentId Incident { get; init; }

    /// <summary>Its place in the incident's history, from 1 without gaps.</summary>
    [JsonRequired]
    public long Sequence { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    [JsonRequired]
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it happened: an instant, or unknown.</summary>
    [JsonRequired]
    public When When { get; init; }

    /// <summary>Who said so.</summary>
    [JsonRequired]
    public Actor By { get; init; } = null!;

    /// <summary>Whether it follows from another fact, rather than having been said.</summary>
    public bool Implied { get; init; }

    /// <summary>The phase that it moved the incident to; null where it moved nothing.</summary>
    public IncidentPhase? MovedTo { get; init; }

    /// <summary>Whether it did not fit the phase: kept as a fact, though it moved nothing (P61).</summary>
    public bool Kept { get; init; }

    /// <summary>The stamp of the command it comes from, where that carried an idempotency key.</summary>
    public CommandStamp? Stamp { get; init; }

    /// <summary>
    /// Whether a person who says so works on the incident: that acknowledges it, and ends a silence. Who only passes on what
    /// others should see does not.
    /// </summary>
    internal virtual bool IsWork => true;

    /// <summary>
    /// The same fact with every text that a person wrote, names of services and channels excepted, replaced by what
    /// <paramref name="map"/> makes of it.
    /// </summary>
    internal virtual IncidentEvent MapText(Func<string, string> map) => this;

    /// <summary>
    /// The same fact with the names of services, alerts and systems replaced by <see cref="Incident.RestrictedText"/>, for those who
    /// may not read <paramref name="incident"/> (P62).
    /// </summary>
    internal virtual IncidentEvent MapNames(Incident incident) => this;

    /// <summary>What the fact changes in the state of its incident; most change nothing, and are known by the history.</summary>
    internal virtual void Apply(IncidentBuilder incident)
    {
    }

    /// <summary>Why the fact cannot follow that state: it names what does not exist. Null where it can.</summary>
    internal virtual string? FaultAfter(IncidentBuilder incident) => null;

    private protected static string? NextOf(int count, int number, string field) => number == count + 1
        ? null
        : Invariant($"has {field} {number} where {count + 1} is expected");

    private protected static string? OneOf(int count, int number, string field) => number >= 1 && number <= count
        ? null
        : Invariant($"has {field} {number}, and there are {count}");

    private protected static string? Map(Func<string, string> map, string? text) => text is null ? null : map(text);
}
