using System.Text.Json.Serialization;

namespace IncidentKit.Commands;

/// <summary>There is an incident. A person who declares it has acknowledged it.</summary>
public sealed record DeclareIncident : ReportCommand
{
    private const int HighestNumber = 1_000_000_000;

    /// <summary>What is wrong, in one line of at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The service that is affected.</summary>
    public required string Service { get; init; }

    /// <summary>Custom labels, such as <c>team:payments</c>.</summary>
    [JsonConverter(typeof(EquatableStringListJsonConverter))]
    public IReadOnlyList<string>? Labels { get; init => field = EquatableStringList.From(value); }

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

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.Word(nameof(Title), Title),
        TextField.Word(nameof(Service), Service),
        .. (Labels ?? []).Select(label => TextField.Word(nameof(Labels), label)),
        TextField.OptionalWord(nameof(AlertKey), AlertKey),
    ];

    /// <summary>The declaration itself, before what follows from it.</summary>
    internal IncidentDeclared ToDeclared(IncidentId id, IncidentPolicy policy, DateTimeOffset now) => new()
    {
        Incident = id, Sequence = 1, RecordedAt = now.ToUniversalTime(), When = When.ResolvedAt(now), By = By,
        MovedTo = IncidentPhase.Detection, Title = Title ?? "", Service = Service ?? "", Labels = Labels, Number = Number,
        Policy = policy.Name, PolicyVersion = policy.Version, NoticedBy = NoticedBy, RecurrenceOf = RecurrenceOf,
        Retrospective = Retrospective, Drill = Drill, Level = Retrospective ? Level : null,
        LevelName = Retrospective && Level is { } level ? policy.Level(level).Name : null,
        Stamp = CommandDigest.StampOf(this),
    };

    internal override int? NamedLevel => Level;

    internal override RuleBreach? MissingReference(RuleContext context) =>
        RecurrenceOf != default(IncidentId)
            ? null
            : new RuleBreach("RecurrenceOf names no incident.", "Name the incident that came back, or none.", nameof(RecurrenceOf));

    internal override RuleBreach? OutOfRange(RuleContext context) =>
        Number is not (< 1 or > HighestNumber)
            ? null
            : new RuleBreach(
                Invariant($"Number is {Number}; it lies between 1 and {HighestNumber:N0}."),
                "Give the number that people use, or none.",
                nameof(Number));

    internal override void Record(EventRecorder recorder)
    {
        var detected = (Detected ?? When).ResolvedAt(recorder.Now);
        recorder.RecordBeside(new IncidentDetected { Implied = Detected is null }, detected);
        if (Restricted)
            recorder.RecordBeside(Restrictions.New(recorder, null), recorder.When);
        if (AlertKey is { } key)
            recorder.RecordImplied(new AlertAttached { Key = key }, detected);
        if (Started is { } started)
            recorder.RecordBeside(new ImpactStarted(), started.ResolvedAt(recorder.Now));
        if (Retrospective)
            return;
        if (By is Responder)
            recorder.RecordImplied(new Acknowledged());
        if (Level is { } level)
            recorder.RecordBeside(SeverityChanges.To(recorder, level, SeverityChange.Set), recorder.When);
    }
}

/// <summary>A person has seen it and is on it.</summary>
public sealed record Acknowledge : ReportCommand
{
    internal override RuleBreach? MissingPerson(RuleContext context) =>
        context.Incident.IsRetrospective ? null : FormBreach.OnlyAPerson(this, "acknowledges");

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new Acknowledged());
}

/// <summary>It came back.</summary>
public sealed record ReportRecurrence : ReportCommand
{
    /// <summary>What was seen.</summary>
    public string? Statement { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Statement), Statement)];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new IncidentRecurred { Statement = Statement });
}

/// <summary>Service is fully back and the cause is dealt with.</summary>
public sealed record ResolveIncident : GateCommand
{
    /// <summary>What was done, in words.</summary>
    public string? Statement { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Statement), Statement)];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new IncidentResolved { Statement = Statement });
}

/// <summary>Ends the watch for a recurrence early; it ends by itself otherwise.</summary>
public sealed record EndWatch : GateCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new WatchEnded { Reason = Reason });
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

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.Text(nameof(Reason), Reason),
        TextField.OptionalWord(nameof(Ticket), Ticket),
    ];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        Because == CancellationReason.Duplicate
            ? new RuleBreach(
                "A duplicate names the incident that covers it.",
                "Use MarkDuplicate, which names the other incident.",
                nameof(Because))
            : null;

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new IncidentCancelled { Because = Because, Reason = Reason, Ticket = Ticket });
}

/// <summary>Everything the level asks for is done (P28).</summary>
public sealed record CloseIncident : GateCommand
{
    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new IncidentClosed());
}

/// <summary>A closed or cancelled incident is opened again (P29).</summary>
public sealed record ReopenIncident : GateCommand
{
    /// <summary>It came back, or the record is incomplete.</summary>
    public required ReopenReason Because { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override void Record(EventRecorder recorder)
    {
        recorder.RecordMain(new IncidentReopened { Because = Because, Reason = Reason });
        if (Because == ReopenReason.CameBack)
            recorder.RecordImplied(new IncidentRecurred { Statement = Reason });
    }
}
