namespace IncidentKit.Commands;

/// <summary>Sets the first level, or raises it. Open to everybody.</summary>
public sealed record Classify : ReportCommand
{
    /// <summary>The rank of the level, 1 being the most severe.</summary>
    public required int Level { get; init; }

    internal override int? NamedLevel => Level;

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(SeverityChanges.To(recorder, Level, SeverityChanges.KindOf(recorder.Incident, Level)));
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

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.OptionalWord(nameof(Feature), Feature),
        TextField.OptionalText(nameof(Symptom), Symptom),
    ];

    internal override void Record(EventRecorder recorder)
    {
        recorder.RecordMain(new ImpactDescribed
        {
            CustomersAffected = CustomersAffected, DataLost = DataLost, DataExposed = DataExposed,
            Function = Function, State = State, Reach = Reach, Feature = Feature, Symptom = Symptom,
        });
        if (Started is { } started)
            recorder.RecordBeside(new ImpactStarted(), started.ResolvedAt(recorder.Now));

        // Once, and at once: what was told to everybody cannot be taken back. What somebody lifted stays lifted.
        if (DataExposed == true && recorder.Policy.RestrictOnExposure && recorder.Incident.CodeWord is null)
            recorder.RecordImplied(Restrictions.New(recorder, "data was exposed", Feature, Symptom));
    }
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

    internal override RuleBreach? MissingReference(RuleContext context)
    {
        var stated = context.Incident.History.OfType<ImpactStated>().Select(e => e.Sequence);
        if (Replaces is not { } replaced || stated.Contains(replaced))
            return null;
        return new RuleBreach(
            Invariant($"There is no statement of impact {replaced}."),
            stated.Any()
                ? $"Name the event of one of the statements: {string.Join(", ", stated)}."
                : "Leave Replaces out: no impact is stated yet.",
            nameof(Replaces));
    }

    internal override RuleBreach? OutOfRange(RuleContext context)
    {
        if (Share is { } share && !(share is >= 0 and <= 1))
        {
            return new RuleBreach(
                Invariant($"Share is {share}; it lies between 0 and 1."),
                "Give the share as a part of 1: 0.25 for a quarter.",
                nameof(Share));
        }

        var (from, to) = (From.ResolvedAt(context.Now), To?.ResolvedAt(context.Now));
        return to?.Instant < from.Instant
            ? new RuleBreach($"The impact ends at {to}, before it begins at {from}.", Field: nameof(To))
            : null;
    }

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(
        new ImpactStated { Kind = Kind, To = To?.ResolvedAt(recorder.Now), Share = Share, Replaces = Replaces },
        From.ResolvedAt(recorder.Now));
}

/// <summary>Corrects the final level after the end: figures follow, obligations do not (P05).</summary>
public sealed record ReviewSeverity : GateCommand
{
    /// <summary>The rank of the level, 1 being the most severe.</summary>
    public required int Level { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override int? NamedLevel => Level;

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(SeverityChanges.To(recorder, Level, SeverityChange.Reviewed, Reason));
}

/// <summary>Lowers the level: the commander's, with a reason (P05).</summary>
public sealed record LowerSeverity : GateCommand
{
    /// <summary>The rank of the lower level.</summary>
    public required int Level { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override int? NamedLevel => Level;

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(SeverityChanges.To(recorder, Level, SeverityChange.Lowered, Reason));
}
