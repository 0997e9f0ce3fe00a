using static IncidentKit.ExampleSteps;
using static IncidentKit.RuleDefinition;

namespace IncidentKit;

/// <summary>The phases of an incident: what comes after what, and what resolving, closing and reopening demand.</summary>
internal static class LifecycleRules
{
    public const string PhaseTableId = "IK2001";

    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            PhaseTableId,
            RuleEnforcement.Enforce,
            "A command fits the phase, as the phase table says (P16, P26, P29).",
            "See the phase table.",
            [],
            new("Resolving what is mitigated.", [.. Staffed(), Begin(), Mitigated()], Resolve()),
            new("Resolving what nobody mitigated.", [.. Staffed(), Begin()], Resolve()),
            PhaseTableCheck,
            LifecycleSteps.InPhase),
        Rule(
            "IK2002",
            RuleEnforcement.Warn,
            "Nothing happens before the incident was detected (P24).",
            "Correct the time, or the time of detection.",
            [],
            new("A note of now.", [], Note("Seen.")),
            new("A note of an hour before detection.", [], Note("Seen.") with { When = When.At(RuleExamples.Declared.AddHours(-1)) }),
            c => !c.Incident.IsRetrospective && c.When.Instant < c.Incident.Detected.Instant
                ? new RuleBreach($"It happened at {c.When}, before the detection at {c.Incident.Detected}.")
                : null,
            LifecycleSteps.DetectedEarlier),
        Rule(
            "IK5001",
            RuleEnforcement.Enforce,
            "What is resolved was mitigated since it last came back.",
            "Declare the incident mitigated.",
            [typeof(ResolveIncident)],
            new("Resolving what is mitigated.", [.. Staffed(), Begin(), Mitigated()], Resolve()),
            new("Resolving what was only escalated.", [.. Staffed(), Begin(), new EscalateUnmitigated { By = Alice }], Resolve()),
            c => c.Incident.MitigatedBy is null
                && !c.Incident.Facts.IsUnknown(UnknownFacts.Mitigated)
                && !c.Incident.Facts.IsUnknown(UnknownFacts.MitigatedAgain(Math.Max(1, c.Incident.Recurrences)))
                ? new RuleBreach("Nothing says that the incident is mitigated.")
                : null,
            _ => [RemedialSteps.Mitigated, RemedialSteps.Recovered]),
        Rule(
            "IK5004",
            RuleEnforcement.Enforce,
            "It comes back within seven days of its end, or it is a new incident (P29).",
            "Declare a new incident, and name this one in RecurrenceOf.",
            [typeof(ReopenIncident)],
            new("It comes back within the hour.", [Ack(Alice), Cancel()], CameBack()),
            new(
                "It comes back after eight days.",
                [Ack(Alice), Cancel()],
                CameBack() with { When = When.At(RuleExamples.Declared.AddDays(8)) }),
            TooLongAgo,
            LifecycleSteps.InTime),
        Rule(
            "IK5006",
            RuleEnforcement.Enforce,
            "The watch for a recurrence is over (P25, P28).",
            "Wait until the watch is over, or end it early with EndWatch.",
            [typeof(CloseIncident)],
            new("Closing what is watched no longer.", [.. Resolved(3), EndWatchNow()], Close),
            new("Closing an hour after resolution.", Resolved(3), Close),
            WatchRuns,
            LifecycleSteps.Watched,
            waivable: true),
        Rule(
            "IK5010",
            RuleEnforcement.Enforce,
            "What is closed was resolved since it last came back (P28).",
            "Cancel the incident again, or report the recurrence and resolve it.",
            [typeof(CloseIncident)],
            new("Closing what is resolved.", Resolved(4), Close),
            new(
                "Closing what was cancelled and only opened again for its record.",
                [Ack(Alice), Cancel(), CameBack() with { Because = ReopenReason.RecordIncomplete }],
                Close),
            c => !c.Incident.IsResolved && !c.Incident.Facts.IsUnknown(UnknownFacts.Resolved)
                ? new RuleBreach("Nothing says that the incident is resolved.")
                : null,
            _ => [RemedialSteps.Recurred]),
    ];

    private static RuleBreach? PhaseTableCheck(RuleContext context)
    {
        var incident = context.Incident;
        var cell = PhaseTable.Cell(incident, context.Command);
        return cell.Effect switch
        {
            PhaseEffect.Refuse =>
                new RuleBreach($"\"{CommandKinds.InWords(context.Command)}\" does not fit the phase {incident.Phase}.", cell.Remedy),
            PhaseEffect.KeepIfLate when !(context.When.Instant < incident.EndedAt) => new RuleBreach(
                $"The incident ended at {incident.Ended}; \"{CommandKinds.InWords(context.Command)}\" "
                    + $"{(context.When.IsUnknown ? "has no known time" : $"is for {context.When}")}.",
                cell.Remedy),
            _ => null,
        };
    }

    private static RuleBreach? TooLongAgo(RuleContext context) =>
        context is { Command: ReopenIncident { Because: ReopenReason.CameBack }, Incident.EndedAt: { } ended }
        && context.When.Instant - ended > context.Policy.ReopenWithin
            ? new RuleBreach($"The incident ended at {When.At(ended)}, more than {context.Policy.ReopenWithin.TotalDays:0.##} days ago.")
            : null;

    private static RuleBreach? WatchRuns(RuleContext context)
    {
        if (context.Incident.IsWatchEnded || context.Level.WatchFor is not { } watch)
            return null;
        return context.Incident.Facts.Resolved.LastWhen?.Instant?.Plus(watch) is { } over && context.When.Instant < over
            ? new RuleBreach($"The service is watched until {When.At(over)}.")
            : null;
    }
}
