using System.Text.Json.Serialization;

namespace IncidentKit;

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
[JsonDerivedType(typeof(DropActionItem), nameof(DropActionItem))]
[JsonDerivedType(typeof(AttachAlert), nameof(AttachAlert))]
[JsonDerivedType(typeof(ClearAlert), nameof(ClearAlert))]
[JsonDerivedType(typeof(Link), nameof(Link))]
[JsonDerivedType(typeof(TakeOverDuplicate), nameof(TakeOverDuplicate))]
[JsonDerivedType(typeof(Restrict), nameof(Restrict))]
[JsonDerivedType(typeof(MeetObligation), nameof(MeetObligation))]
[JsonDerivedType(typeof(CheckObligations), nameof(CheckObligations))]
[JsonDerivedType(typeof(AddNote), nameof(AddNote))]
[JsonDerivedType(typeof(RecordCustomFact), nameof(RecordCustomFact))]
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

    /// <summary>The texts that a person typed into it, with their limits.</summary>
    internal virtual IEnumerable<TextField> Texts => [];

    /// <summary>The level that it names; null where it names none.</summary>
    internal virtual int? NamedLevel => null;

    /// <summary>What it refers to that does not exist; null where all does.</summary>
    internal virtual RuleBreach? MissingReference(RuleContext context) => null;

    /// <summary>Which of its figures or times lies out of its range; null where none does.</summary>
    internal virtual RuleBreach? OutOfRange(RuleContext context) => null;

    /// <summary>Which person it lacks; null where it lacks none.</summary>
    internal virtual RuleBreach? MissingPerson(RuleContext context) => null;

    /// <summary>Records what it says, and what follows from it.</summary>
    internal abstract void Record(EventRecorder recorder);
}
