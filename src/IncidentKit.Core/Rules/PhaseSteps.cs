using static IncidentKit.RemedialSteps;

namespace IncidentKit;

/// <summary>What helps where a command does not fit the phase.</summary>
internal static class PhaseSteps
{
    public static IEnumerable<StepOffer> Of(RuleContext context) => (context.Command, context.Incident.Phase) switch
    {
        (DeclareIncident, _) => [],
        (ReopenIncident, _) => [StepOffer.NothingToDo],
        (ResolveIncident, IncidentPhase.Detection or IncidentPhase.Mitigation) => [Mitigated, Recovered],
        (ResolveIncident, IncidentPhase.Recovery) => [StepOffer.NothingToDo, Recurred],
        (ResolveIncident, IncidentPhase.Closed) => [StepOffer.NothingToDo, Back.As(StepResort.Fallback)],
        (CloseIncident or CancelIncident or MarkDuplicate, IncidentPhase.Closed) when context.Command is CloseIncident =>
            [StepOffer.NothingToDo, Incomplete],
        (CancelIncident or MarkDuplicate, IncidentPhase.Cancelled) => [StepOffer.NothingToDo, Incomplete],
        (EndWatch, IncidentPhase.Closed or IncidentPhase.Cancelled) => [StepOffer.NothingToDo, Incomplete],
        (BeginMitigation or RecordMitigation or DeclareMitigated or EscalateUnmitigated, IncidentPhase.Closed or IncidentPhase.Cancelled) =>
            [Back, Incomplete],
        (_, IncidentPhase.Closed or IncidentPhase.Cancelled) => [Incomplete, Back.As(StepResort.Fallback)],
        (CloseIncident or PublishPostMortem or EndWatch, _) => [Resolved],
        (ReviewSeverity, _) => [Closed],
        _ => [],
    };

    private static StepOffer Resolved { get; } =
        StepOffer.Give("Resolve the incident.", v => new ResolveIncident { By = v.Person("By") }, By);

    private static StepOffer Closed { get; } = StepOffer.Give("Close the incident.", v => new CloseIncident { By = v.Person("By") }, By);

    private static StepOffer Incomplete { get; } = StepOffer.Give(
        "Reopen the incident, since its record is incomplete.",
        v => new ReopenIncident { By = v.Person("By"), Because = ReopenReason.RecordIncomplete, Reason = v.Text("Reason") },
        By,
        Reason);

    private static StepOffer Back { get; } = StepOffer.Give(
        "Reopen the incident, since it came back.",
        v => new ReopenIncident { By = v.Person("By"), Because = ReopenReason.CameBack, Reason = v.Text("Reason") },
        By,
        Reason);
}
