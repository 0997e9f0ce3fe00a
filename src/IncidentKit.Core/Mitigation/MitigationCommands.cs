namespace IncidentKit.Commands;

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

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Description), Description)];

    internal override void Record(EventRecorder recorder)
    {
        MitigationImplications.TakeCommand(recorder, mitigates: !recorder.IsKept);
        recorder.RecordMain(new MitigationBegun
        {
            Attempt = recorder.Incident.Attempts.Count + 1, Kind = Kind, Description = Description,
            ProposedBy = ProposedBy, DecidedBy = DecidedBy ?? By as Responder,
        });
    }
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

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Description), Description)];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        Attempt is { } of ? FormBreach.NoneOf("mitigation attempt", of, context.Incident.Attempts.Count, nameof(Attempt)) : null;

    internal override RuleBreach? OutOfRange(RuleContext context) =>
        Began?.ResolvedAt(context.Now) is { } began && context.When.Instant < began.Instant
            ? new RuleBreach($"The attempt ends at {context.When}, before it begins at {began}.", Field: nameof(Began))
            : null;

    internal override void Record(EventRecorder recorder)
    {
        MitigationImplications.TakeCommand(recorder, mitigates: !recorder.IsKept);
        var outcome = new MitigationRecorded
        {
            Attempt = Attempt ?? recorder.Incident.Attempts.Count + 1, Outcome = Outcome, Description = Description,
        };
        if (Attempt is not null)
        {
            recorder.RecordMain(outcome);
            return;
        }

        // An attempt that is told as a whole moves the phase when it begins.
        var began = Began?.ResolvedAt(recorder.Now) ?? When.Unknown;
        recorder.RecordMain(new MitigationBegun { Attempt = outcome.Attempt, Kind = Kind, Description = Description }, began);
        recorder.RecordBeside(outcome with { Kept = recorder.IsKept }, recorder.When);
    }
}

/// <summary>The bleeding has stopped.</summary>
public sealed record DeclareMitigated : ReportCommand
{
    /// <summary>How service came back.</summary>
    public MitigatedBy How { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Statement { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Statement), Statement)];

    internal override void Record(EventRecorder recorder)
    {
        MitigationImplications.TakeCommand(recorder, mitigates: recorder.Incident.Phase == IncidentPhase.Detection);
        MitigationImplications.EndAttempts(recorder, MitigationOutcome.Worked);
        MitigationImplications.BeginAttempt(recorder, MitigationOutcome.Worked);
        recorder.RecordMain(new ServiceMitigated { How = How, Recurrence = recorder.Incident.Recurrences, Statement = Statement });
    }
}

/// <summary>Service came back by itself.</summary>
public sealed record ReportRecovered : ReportCommand
{
    internal override void Record(EventRecorder recorder)
    {
        MitigationImplications.EndAttempts(recorder, MitigationOutcome.Unknown);
        recorder.RecordMain(new ServiceMitigated { How = MitigatedBy.Itself, Recurrence = recorder.Incident.Recurrences });
    }
}

/// <summary>Something found, addressed to the commander.</summary>
public sealed record RecordFinding : ReportCommand
{
    /// <summary>What the finding is.</summary>
    public FindingKind Kind { get; init; }

    /// <summary>The finding.</summary>
    public required string Text { get; init; }

    /// <summary>A link to the evidence.</summary>
    public string? Link { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Text), Text), TextField.OptionalText(nameof(Link), Link)];

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new FindingRecorded { Kind = Kind, Text = Text, Link = Link, To = recorder.Incident.Roles.Commander });
}

/// <summary>The cause was found.</summary>
public sealed record IdentifyCause : ReportCommand
{
    /// <summary>The cause.</summary>
    public required string Cause { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Cause), Cause)];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new CauseIdentified { Cause = Cause });
}

/// <summary>Mitigation did not work: more engineers, a vendor. Open to everybody.</summary>
public sealed record EscalateUnmitigated : ReportCommand
{
    /// <summary>The addressee, or the reason.</summary>
    public string? Statement { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Statement), Statement)];

    internal override void Record(EventRecorder recorder)
    {
        MitigationImplications.TakeCommand(recorder, mitigates: recorder.Incident.Phase == IncidentPhase.Detection);
        MitigationImplications.BeginAttempt(recorder, MitigationOutcome.Unknown);
        recorder.RecordMain(new EscalatedUnmitigated { Statement = Statement });
    }
}

/// <summary>A vendor's support is on it.</summary>
public sealed record EngageVendor : ReportCommand
{
    /// <summary>The vendor.</summary>
    public required string Vendor { get; init; }

    /// <summary>The number of the case there.</summary>
    public string? Case { get; init; }

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.Word(nameof(Vendor), Vendor),
        TextField.OptionalWord(nameof(Case), Case),
    ];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new VendorEngaged { Vendor = Vendor, Case = Case });
}
