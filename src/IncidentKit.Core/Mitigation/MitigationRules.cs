using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

namespace IncidentKit;

/// <summary>Mitigation: what comes before it begins, and how many attempts run at a time.</summary>
internal static class MitigationRules
{
    public static readonly Type[] Beginning = [typeof(BeginMitigation), typeof(RecordMitigation), typeof(DeclareMitigated)];

    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK2003", Warn, Beginning,
            "The level is set before mitigation begins (P17).",
            "Classify the incident.",
            c => Begins(c) && c.Incident.Level is null ? new RuleBreach("Mitigation begins before a level is set.") : null,
            c => [SeveritySteps.Classify(Enumerable.Range(1, c.Policy.Levels.Count), c.Policy.ProvisionalLevel)]),
        Rule(
            "IK2004", Warn, Beginning,
            "The channel is open before mitigation begins (P17).",
            "Open the channel.",
            c => Begins(c) && c.Incident.Channel is null && c.Level.StandUpWithin is not null
                ? new RuleBreach("Mitigation begins before a channel is open.")
                : null,
            _ => [StepOffer.Give("Open the channel.", v => new OpenChannel { By = v.Person("By") }, RemedialSteps.By)]),
        Rule(
            "IK2005", Warn, [typeof(BeginMitigation)],
            "One hand is on production: one mitigation runs at a time (P20).",
            "Record what came of the running attempt.",
            OneHand,
            c => c.Incident.RunningAttempt is { } attempt ? [Ended(attempt.Number)] : [],
            warnsInStrict: true),
    ];

    /// <summary>Whether the command is the one that takes the incident out of Detection into mitigation.</summary>
    public static bool Begins(RuleContext context) =>
        context.Incident.Phase == IncidentPhase.Detection
        && !context.Incident.IsRetrospective
        && context.Command is BeginMitigation or RecordMitigation or DeclareMitigated;

    private static RuleBreach? OneHand(RuleContext context) =>
        context.Incident.RunningAttempt is { } attempt
            ? new RuleBreach(
                $"Attempt {attempt.Number} ({attempt.Kind}, by {attempt.DoneBy}) is still running; {context.Command.By} begins another.")
            : null;

    private static StepOffer Ended(int attempt) => StepOffer.Give(
        Invariant($"Record what came of attempt {attempt}."),
        v => new RecordMitigation { By = v.Person("By"), Attempt = attempt, Outcome = v.Choice<MitigationOutcome>("Outcome") },
        RemedialSteps.By,
        StepParameter.Choice("Outcome", Enum.GetNames<MitigationOutcome>()));
}
