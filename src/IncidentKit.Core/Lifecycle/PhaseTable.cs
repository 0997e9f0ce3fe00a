using static IncidentKit.IncidentPhase;

namespace IncidentKit;

/// <summary>
/// The phase table of the process (P16, P26, P29) as data: it drives the machine, the refusals, the
/// diagram and the reference page.
/// </summary>
internal static class PhaseTable
{
    private const string Late = "Say when it happened, before the end; or reopen the incident.";
    private const string Reopen = "Reopen the incident.";
    private const string Open = "Nothing to do: the incident is open.";
    private static readonly PhaseCell Stays = new(PhaseEffect.Stay);
    private static readonly PhaseCell Kept = new(PhaseEffect.Keep);
    private static readonly PhaseCell KeptIfLate = new(PhaseEffect.KeepIfLate, Remedy: Late);

    /// <summary>The rows in the order of the process, each with the cells of the six phases.</summary>
    public static IReadOnlyList<(PhaseTrigger Trigger, PhaseCell[] Cells)> Rows { get; } =
    [
        (PhaseTrigger.Mitigate, [To(Mitigation), Stays, Kept, Kept, KeptIfLate, KeptIfLate]),
        (PhaseTrigger.Mitigated, [To(Resolution), To(Resolution), Kept, Kept, KeptIfLate, KeptIfLate]),
        (PhaseTrigger.Escalate, [To(Resolution), To(Resolution), Stays, Kept, Refused(Reopen), Refused(Reopen)]),
        (
            PhaseTrigger.Recur,
            [Kept with { InRetrospect = Mitigation }, Stays, To(Mitigation), To(Mitigation), Refused(Reopen), Refused(Reopen)]),
        (PhaseTrigger.Resolve,
        [
            Refused("Declare the incident mitigated.") with { InRetrospect = Recovery },
            Refused("Declare the incident mitigated.") with { InRetrospect = Recovery },
            To(Recovery), Refused("Nothing to do: it is resolved. Close it once its demands are met."),
            Refused("Nothing to do: it is closed. Reopen it where it came back."), Refused(Reopen),
        ]),
        (PhaseTrigger.Close,
        [
            Refused("Mitigate and resolve the incident."), Refused("Mitigate and resolve the incident."), Refused("Resolve the incident."),
            To(Closed), Refused("Nothing to do: it is closed."), Refused(Reopen),
        ]),
        (PhaseTrigger.Cancel,
            [To(Cancelled), To(Cancelled), To(Cancelled), To(Cancelled), Refused(Reopen), Refused("Nothing to do: it is cancelled.")]),
        (PhaseTrigger.ReopenCameBack, [Refused(Open), Refused(Open), Refused(Open), Refused(Open), To(Mitigation), To(Mitigation)]),
        (PhaseTrigger.ReopenIncomplete, [Refused(Open), Refused(Open), Refused(Open), Refused(Open), To(Recovery), To(Recovery)]),
    ];

    /// <summary>The row that a command belongs to; null where it moves no phase.</summary>
    public static PhaseTrigger? TriggerOf(IncidentCommand command) => command switch
    {
        BeginMitigation or RecordMitigation => PhaseTrigger.Mitigate,
        DeclareMitigated or ReportRecovered => PhaseTrigger.Mitigated,
        EscalateUnmitigated => PhaseTrigger.Escalate,
        ReportRecurrence => PhaseTrigger.Recur,
        ResolveIncident => PhaseTrigger.Resolve,
        CloseIncident => PhaseTrigger.Close,
        CancelIncident or MarkDuplicate => PhaseTrigger.Cancel,
        ReopenIncident { Because: ReopenReason.CameBack } => PhaseTrigger.ReopenCameBack,
        ReopenIncident => PhaseTrigger.ReopenIncomplete,
        _ => null,
    };

    public static PhaseCell Cell(IncidentPhase phase, PhaseTrigger trigger) => Rows[(int)trigger].Cells[(int)phase];

    /// <summary>What the table says of <paramref name="command"/> in the phase of <paramref name="incident"/>.</summary>
    public static PhaseCell Cell(Incident incident, IncidentCommand command)
    {
        var cell = TriggerOf(command) is { } trigger ? Cell(incident.Phase, trigger) : CellOfOther(incident.Phase, command);
        return incident.IsRetrospective && cell.InRetrospect is { } target ? new PhaseCell(PhaseEffect.Move, target)
            : incident.IsRetrospective
                && incident.IsOpen
                && cell.Effect == PhaseEffect.Refuse
                && TriggerOf(command) is null
                && command is not DeclareIncident
                    ? Stays
            : cell;
    }

    // All other reports stay in their phase. After the end, what belongs to the record is accepted, reports only where they are late.
    private static PhaseCell CellOfOther(IncidentPhase phase, IncidentCommand command) => command switch
    {
        DeclareIncident => Refused("The incident is declared already: report what is new."),
        AddNote or Link or Restrict or LiftRestriction or CheckObligations or CorrectTime or Redact or MarkUnknown
        or FixPostMortem or HoldPostMortem or AddActionItem or AmendActionItem or CompleteActionItem => Stays,
        RecordPaging => Stays,
        Page =>
            phase.IsOpen() ? Stays : Refused("Nobody is paged for an incident that is over: reopen it, or note who was called."),
        ReviewSeverity => phase.IsOpen()
            ? Refused("Raise the level with Classify, or lower it with LowerSeverity: a review corrects it after the end.")
            : Stays,
        PublishPostMortem => phase is Detection or Mitigation or Resolution ? Refused("Resolve the incident.") : Stays,
        EndWatch => phase == Recovery
            ? Stays
            : Refused(phase.IsOpen()
                ? "Resolve the incident: only then it is watched."
                : "Nothing to do: the incident is over, and nothing is watched."),
        GateCommand => phase.IsOpen() ? Stays : Refused(Reopen),
        _ => phase.IsOpen() ? Stays : KeptIfLate,
    };

    private static PhaseCell To(IncidentPhase target) => new(PhaseEffect.Move, target);

    private static PhaseCell Refused(string remedy) => new(PhaseEffect.Refuse, Remedy: remedy);
}
