using System.Text.Json.Serialization;

namespace IncidentKit.Commands;

/// <summary>Another incident has to do with this one.</summary>
public sealed record Link : ReportCommand, IFitsEveryPhase
{
    /// <summary>The other incident.</summary>
    public required IncidentId To { get; init; }

    /// <summary>What the other one is to this one.</summary>
    public LinkKind Kind { get; init; }

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NotAnother(To, context.Incident, "An incident is linked to another one, not to itself.", nameof(To));

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new IncidentLinked { To = To, Kind = Kind });
}

/// <summary>Goes on with what a duplicate had: its alerts and its public thread. The manager gives it when it marks a duplicate.</summary>
public sealed record TakeOverDuplicate : ReportCommand
{
    /// <summary>The duplicate.</summary>
    public required IncidentId Duplicate { get; init; }

    /// <summary>The keys of its alerts.</summary>
    [JsonConverter(typeof(EquatableStringListJsonConverter))]
    public IReadOnlyList<string>? AlertKeys { get; init => field = EquatableStringList.From(value); }

    /// <summary>What the public page says of it; null where nothing was posted publicly.</summary>
    public PublicStatus? Status { get; init; }

    internal override IEnumerable<TextField> Texts =>
        (AlertKeys ?? []).Select(key => TextField.Word(nameof(AlertKeys), key));

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NotAnother(Duplicate, context.Incident, "An incident takes over another one, not itself.", nameof(Duplicate));

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new DuplicateTakenOver { Duplicate = Duplicate, AlertKeys = AlertKeys, Status = Status });
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

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NotAnother(Of, context.Incident, "An incident is a duplicate of another one, not of itself.", nameof(Of));

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new IncidentCancelled { Because = CancellationReason.Duplicate, DuplicateOf = Of });
}
