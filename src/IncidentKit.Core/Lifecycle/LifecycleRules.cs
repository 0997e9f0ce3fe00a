using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

namespace IncidentKit;

/// <summary>The phases of an incident: what comes after what, and what resolving, closing and reopening demand.</summary>
internal static class LifecycleRules
{
    public const string PhaseTableId = "IK2001";

    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            PhaseTableId, Enforce, [],
            "A command fits the phase, as the phase table says (P16, P26, P29).",
            "See the phase table.",
            PhaseTableCheck, LifecycleSteps.InPhase,
            mandatory: true),
        Rule(
            "IK2002", Warn, [],
            "Nothing happens before the incident was detected (P24).",
            "Correct the time, or the time of detection.",
            c => !c.Incident.IsRetrospective && c.When.Instant < c.Incident.Detected.Instant
                ? new RuleBreach($"It happened at {c.When}, before the detection at {c.Incident.Detected}.")
                : null,
            LifecycleSteps.DetectedEarlier,
            warnsInStrict: true),
        Rule(
            "IK5001", Enforce, [typeof(ResolveIncident)],
            "What is resolved was mitigated since it last came back.",
            "Declare the incident mitigated.",
            c => c.Incident.MitigatedBy is null
                && !c.Incident.Facts.IsUnknown(UnknownFacts.Mitigated)
                && !c.Incident.Facts.IsUnknown(UnknownFacts.MitigatedAgain(Math.Max(1, c.Incident.Recurrences)))
                ? new RuleBreach("Nothing says that the incident is mitigated.")
                : null,
            _ => [RemedialSteps.Mitigated, RemedialSteps.Recovered]),
        Rule(
            "IK5004", Enforce, [typeof(ReopenIncident)],
            "It comes back within seven days of its end, or it is a new incident (P29).",
            "Declare a new incident, and name this one in RecurrenceOf.",
            TooLongAgo, LifecycleSteps.InTime),
        Rule(
            "IK5006", Enforce, [typeof(CloseIncident)],
            "The watch for a recurrence is over (P25, P28).",
            "Wait until the watch is over, or end it early with EndWatch.",
            WatchRuns, LifecycleSteps.Watched,
            waivable: true),
        Rule(
            "IK5010", Enforce, [typeof(CloseIncident)],
            "What is closed was resolved since it last came back (P28).",
            "Cancel the incident again, or report the recurrence and resolve it.",
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
