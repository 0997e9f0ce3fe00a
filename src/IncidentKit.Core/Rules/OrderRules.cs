using static IncidentKit.ExampleSteps;

namespace IncidentKit;

/// <summary>IK2xxx: the order of things.</summary>
internal static class OrderRules
{
    public const string PhaseTableId = "IK2001";

    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        new()
        {
            Id = PhaseTableId, Subject = RuleSubject.Order, Default = RuleEnforcement.Enforce,
            Summary = "A command fits the phase, as the phase table says (P16, P26, P29).",
            Remedy = "See the phase table.",
            Passing = new("Resolving what is mitigated.", [.. Staffed(), Begin(), Mitigated()], Resolve()),
            Failing = new("Resolving what nobody mitigated.", [.. Staffed(), Begin()], Resolve()),
            Check = PhaseTableCheck, Steps = PhaseSteps.Of,
        },
        Rule("IK2002", "Nothing happens before the incident was detected (P24).", "Correct the time, or the time of detection.", [],
            new("A note of now.", [], Note("Seen.")),
            new("A note of an hour before detection.", [], Note("Seen.") with { When = When.At(RuleExamples.Declared.AddHours(-1)) }),
            c => !c.Incident.IsRetrospective && c.When.Instant < c.Incident.Detected.Instant
                ? new RuleBreach($"It happened at {c.When}, before the detection at {c.Incident.Detected}.")
                : null),
        Rule(
            "IK2003",
            "The level is set before mitigation begins (P17).",
            "Classify the incident.",
            [typeof(BeginMitigation), typeof(RecordMitigation), typeof(DeclareMitigated)],
            new("Mitigation begins with everything in place.", Staffed(), Begin()),
            new("Mitigation begins without a level.", [Ack(Alice), Channel()], Begin()),
            c => Begins(c) && c.Incident.Level is null ? new RuleBreach("Mitigation begins before a level is set.") : null),
        Rule(
            "IK2004",
            "The channel is open before mitigation begins (P17).",
            "Open the channel.",
            [typeof(BeginMitigation), typeof(RecordMitigation), typeof(DeclareMitigated)],
            new("Mitigation begins with everything in place.", Staffed(), Begin()),
            new("Mitigation begins without a channel.", [Ack(Alice), Level(2)], Begin()),
            c => Begins(c) && c.Incident.Channel is null && c.Level.StandUpWithin is not null
                ? new RuleBreach("Mitigation begins before a channel is open.")
                : null),
        Rule(
            "IK2005",
            "One hand is on production: one mitigation runs at a time (P20).",
            "Record what came of the running attempt.",
            [typeof(BeginMitigation)],
            new(
                "A second attempt after the first failed.",
                [.. Staffed(), Begin(), new RecordMitigation { By = Alice, Attempt = 1, Outcome = MitigationOutcome.NoEffect }],
                Begin()),
            new("A second attempt while the first runs.", [.. Staffed(), Begin()], Begin(Bob)),
            OneHand),
        Rule("IK2006", "A level is lowered by its own command (P05).", "Lower it with LowerSeverity, with a reason.", [typeof(Classify)],
            new("Raising SEV-3 to SEV-1.", [Level(3)], Level(1)),
            new("Naming SEV-3 where the level is SEV-1.", [Level(1)], Level(3)),
            c => c.Command is Classify classify && classify.Level > c.Incident.Level && !c.Incident.IsRetrospective
                ? new RuleBreach(
                    $"{c.Policy.Levels[classify.Level - 1].Name} was named, which is lower than {c.Incident.LevelName}: "
                    + "kept as a fact, the level stays.")
                : null),
        Rule(
            "IK2007",
            "An alert belongs to one open incident (P17).",
            "Mark one of the two as a duplicate of the other.",
            [typeof(AttachAlert)],
            new("An alert that no other incident has.", [], new AttachAlert { By = Alice, Key = "checkout-5xx" }),
            new("An alert that another open incident has.", [], new AttachAlert
            {
                By = Alice,
                Key = "checkout-5xx",
                AlsoAt = new IncidentId(new Guid("0199a1b2-0000-7000-8000-000000000001")),
            }),
            c => c.Command is AttachAlert { AlsoAt: { } other }
                ? new RuleBreach($"The alert is attached to incident {other} already.")
                : null),
    ];

    /// <summary>Whether the command is the one that takes the incident out of Detection into mitigation.</summary>
    public static bool Begins(RuleContext context) =>
        context.Incident.Phase == IncidentPhase.Detection
        && !context.Incident.IsRetrospective
        && context.Command is BeginMitigation or RecordMitigation or DeclareMitigated;

    private static IncidentRule Rule(
        string id,
        string summary,
        string remedy,
        Type[] appliesTo,
        RuleExample passing,
        RuleExample failing,
        Func<RuleContext, RuleBreach?> check) =>
        new()
        {
            Id = id,
            Subject = RuleSubject.Order,
            Summary = summary,
            Remedy = remedy,
            Default = RuleEnforcement.Warn,
            AppliesTo = appliesTo,
            Passing = passing,
            Failing = failing,
            Check = check,
            Steps = RemedialSteps.Of(id),
        };

    private static RuleBreach? PhaseTableCheck(RuleContext context)
    {
        var incident = context.Incident;
        var cell = PhaseTable.Cell(incident, context.Command);
        return cell.Effect switch
        {
            PhaseEffect.Refuse =>
                new RuleBreach($"\"{CommandKinds.InWords(context.Command)}\" does not fit the phase {incident.Phase}.", cell.Remedy),
            PhaseEffect.KeepIfLate when !(context.When.Instant < incident.EndedAt) => new RuleBreach(
                $"The incident has been over since {incident.Ended}; "
                    + $"\"{CommandKinds.InWords(context.Command)}\" tells of "
                    + $"{(context.When.IsUnknown ? "a time that nobody knows" : context.When)}.",
                cell.Remedy),
            _ => null,
        };
    }

    private static RuleBreach? OneHand(RuleContext context) =>
        context.Incident.RunningAttempt is { } attempt
            ? new RuleBreach(
                $"Attempt {attempt.Number} ({attempt.Kind}, by {attempt.DoneBy}) is still running; {context.Command.By} begins another.")
            : null;
}
