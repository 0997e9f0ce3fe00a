using static IncidentKit.RemedialSteps;

namespace IncidentKit;

/// <summary>What helps where a command does not fit the phase, or comes too early or too late.</summary>
internal static class LifecycleSteps
{
    private static readonly StepOffer Resolved =
        StepOffer.Give("Resolve the incident.", v => new ResolveIncident { By = v.Person("By") }, By);

    private static readonly StepOffer Closed = StepOffer.Give("Close the incident.", v => new CloseIncident { By = v.Person("By") }, By);

    private static readonly StepOffer Incomplete = StepOffer.Give(
        "Reopen the incident, since its record is incomplete.",
        v => new ReopenIncident { By = v.Person("By"), Because = ReopenReason.RecordIncomplete, Reason = v.Text("Reason") },
        By,
        Reason);

    private static readonly StepOffer Back = StepOffer.Give(
        "Reopen the incident, since it came back.",
        v => new ReopenIncident { By = v.Person("By"), Because = ReopenReason.CameBack, Reason = v.Text("Reason") },
        By,
        Reason);

    private static readonly StepOffer EndedEarly =
        StepOffer.Give("End the watch early.", v => new EndWatch { By = v.Person("By"), Reason = v.Text("Reason") }, By, Reason)
            .As(StepResort.Fallback);

    public static IEnumerable<StepOffer> InPhase(RuleContext context) => (context.Command, context.Incident.Phase) switch
    {
        (DeclareIncident, _) => [],
        (ReopenIncident, _) => [StepOffer.NothingToDo],
        (ResolveIncident, IncidentPhase.Detection or IncidentPhase.Mitigation) => [Mitigated, Recovered],
        (ResolveIncident, IncidentPhase.Recovery) => [StepOffer.NothingToDo, Recurred],
        (ResolveIncident, IncidentPhase.Closed) => [StepOffer.NothingToDo, Back.As(StepResort.Fallback)],
        (CloseIncident, IncidentPhase.Closed) => [StepOffer.NothingToDo, Incomplete],
        (CancelIncident or MarkDuplicate, IncidentPhase.Cancelled) => [StepOffer.NothingToDo, Incomplete],
        (EndWatch, IncidentPhase.Closed or IncidentPhase.Cancelled) => [StepOffer.NothingToDo, Incomplete],
        (BeginMitigation or RecordMitigation or DeclareMitigated or EscalateUnmitigated, IncidentPhase.Closed or IncidentPhase.Cancelled) =>
            [Back, Incomplete],
        (_, IncidentPhase.Closed or IncidentPhase.Cancelled) => [Incomplete, Back.As(StepResort.Fallback)],
        (CloseIncident or PublishPostMortem or EndWatch, _) => [Resolved],
        (ReviewSeverity, _) => [Closed],
        _ => [],
    };

    public static IEnumerable<StepOffer> DetectedEarlier(RuleContext context)
    {
        if (context is not { When.Instant: { } at, Incident.Detected.Instant: { } detected })
            yield break;
        if (context.Command.When.IsNow)
            yield return StepOffer.Wait(detected);
        var detection = context.Incident.History.OfType<IncidentDetected>().Last().Sequence;
        yield return StepOffer.Give(
            $"Correct the time of detection to {When.At(at)}.",
            v => new CorrectTime { By = v.Person("By"), Of = detection, To = When.At(at), Reason = v.Text("Reason") },
            By,
            StepParameter.Text("Reason", "how it is known"));
    }

    public static IEnumerable<StepOffer> InTime(RuleContext context)
    {
        if (context is not { Command: ReopenIncident, Incident.EndedAt: { } ended })
            yield break;
        yield return StepOffer.Change(
            "Say when it came back, if that was in time.",
            nameof(IncidentCommand.When),
            (c, v) => c with { When = When.At(v.Instant("When")) },
            StepParameter.Instant("When", ended, ended.Plus(context.Policy.ReopenWithin)));
    }

    public static IEnumerable<StepOffer> Watched(RuleContext context)
    {
        if (context.Command.When.IsNow
            && context.Incident.Facts.Resolved.LastWhen?.Instant is { } resolved
            && context.Level.WatchFor is { } watch)
        {
            yield return StepOffer.Wait(resolved.Plus(watch));
        }

        yield return EndedEarly;
    }
}
