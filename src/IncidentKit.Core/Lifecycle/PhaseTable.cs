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
    private const string Mitigated = "Declare the incident mitigated.";
    private const string Resolve = "Resolve the incident.";
    private const string Watch = "Resolve the incident: only then it is watched.";
    private const string Unwatched = "Nothing to do: the incident is over, and nothing is watched.";
    private static readonly PhaseCell Stays = new(PhaseEffect.Stay);
    private static readonly PhaseCell Kept = new(PhaseEffect.Keep);
    private static readonly PhaseCell KeptIfLate = new(PhaseEffect.KeepIfLate, Remedy: Late);

    // The rows of the commands that no other row lists: those of the record, the other reports, and the other gates.
    private static readonly PhaseRow OfRecord = Row([], Stays, Stays);
    private static readonly PhaseRow OfReports = Row([], Stays, KeptIfLate);
    private static readonly PhaseRow OfGates = Row([], Stays, Refused(Reopen));
    private static readonly PhaseRow OfDeclaration =
        Row([typeof(DeclareIncident)], Refused("The incident is declared already: report what is new."));

    // What moves no phase, and does not fit each of them.
    private static readonly PhaseRow[] Others =
    [
        OfDeclaration,
        Row([typeof(Page)], Stays, Refused("Nobody is paged for an incident that is over: reopen it, or note who was called.")),
        Row(
            [typeof(ReviewSeverity)],
            Refused("Raise the level with Classify, or lower it with LowerSeverity: a review corrects it after the end."),
            Stays),
        new(null, [typeof(PublishPostMortem)], [Refused(Resolve), Refused(Resolve), Refused(Resolve), Stays, Stays, Stays]),
        new(
            null,
            [typeof(EndWatch)],
            [Refused(Watch), Refused(Watch), Refused(Watch), Stays, Refused(Unwatched), Refused(Unwatched)]),
    ];

    /// <summary>The rows of what may move the phase, in the order of the process and of <see cref="PhaseTrigger"/>.</summary>
    public static IReadOnlyList<PhaseRow> Rows { get; } =
    [
        new(
            PhaseTrigger.Mitigate,
            [typeof(BeginMitigation), typeof(RecordMitigation)],
            [To(Mitigation), Stays, Kept, Kept, KeptIfLate, KeptIfLate]),
        new(
            PhaseTrigger.Mitigated,
            [typeof(DeclareMitigated), typeof(ReportRecovered)],
            [To(Resolution), To(Resolution), Kept, Kept, KeptIfLate, KeptIfLate]),
        new(
            PhaseTrigger.Escalate,
            [typeof(EscalateUnmitigated)],
            [To(Resolution), To(Resolution), Stays, Kept, Refused(Reopen), Refused(Reopen)]),
        new(
            PhaseTrigger.Recur,
            [typeof(ReportRecurrence)],
            [Kept with { InRetrospect = Mitigation }, Stays, To(Mitigation), To(Mitigation), Refused(Reopen), Refused(Reopen)]),
        new(
            PhaseTrigger.Resolve,
            [typeof(ResolveIncident)],
            [
                Refused(Mitigated) with { InRetrospect = Recovery }, Refused(Mitigated) with { InRetrospect = Recovery }, To(Recovery),
                Refused("Nothing to do: it is resolved. Close it once its demands are met."),
                Refused("Nothing to do: it is closed. Reopen it where it came back."), Refused(Reopen),
            ]),
        new(
            PhaseTrigger.Close,
            [typeof(CloseIncident)],
            [
                Refused("Mitigate and resolve the incident."), Refused("Mitigate and resolve the incident."), Refused(Resolve),
                To(Closed), Refused("Nothing to do: it is closed."), Refused(Reopen),
            ]),
        new(
            PhaseTrigger.Cancel,
            [typeof(CancelIncident), typeof(MarkDuplicate)],
            [To(Cancelled), To(Cancelled), To(Cancelled), To(Cancelled), Refused(Reopen), Refused("Nothing to do: it is cancelled.")]),
        Row([typeof(ReopenIncident)], Refused(Open), To(Mitigation)) with { Trigger = PhaseTrigger.ReopenCameBack },
        Row([typeof(ReopenIncident)], Refused(Open), To(Recovery)) with { Trigger = PhaseTrigger.ReopenIncomplete },
    ];

    private static readonly Dictionary<Type, PhaseRow[]> ByKind = CommandKinds.All.ToDictionary(kind => kind, RowsOf);

    /// <summary>What moves the phase by <paramref name="command"/>; null where it moves none.</summary>
    public static PhaseTrigger? TriggerOf(IncidentCommand command) => RowOf(command).Trigger;

    public static PhaseCell Cell(IncidentPhase phase, PhaseTrigger trigger) => Rows[(int)trigger].Cells[(int)phase];

    /// <summary>What the table says of <paramref name="command"/> in the phase of <paramref name="incident"/>.</summary>
    public static PhaseCell Cell(Incident incident, IncidentCommand command) => CellOf(incident, RowOf(command));

    /// <summary>Whether some command of a kind fits the phase of the incident.</summary>
    public static bool Fits(Incident incident, Type kind) =>
        Array.Exists(ByKind[kind], row => CellOf(incident, row).Effect != PhaseEffect.Refuse);

    // In retrospect the order only warns: what moves no phase fits each of them while the incident is open.
    private static PhaseCell CellOf(Incident incident, PhaseRow row) => row.Cells[(int)incident.Phase] switch
    {
        { InRetrospect: { } target } when incident.IsRetrospective => new PhaseCell(PhaseEffect.Move, target),
        { Effect: PhaseEffect.Refuse } when incident is { IsRetrospective: true, IsOpen: true }
            && row.Trigger is null
            && row != OfDeclaration => Stays,
        var cell => cell,
    };

    private static PhaseRow RowOf(IncidentCommand command)
    {
        var rows = ByKind[command.GetType()];
        return rows[command is ReopenIncident { Because: not ReopenReason.CameBack } ? 1 : 0];
    }

    private static PhaseRow[] RowsOf(Type kind)
    {
        PhaseRow[] listed = [.. Rows.Concat(Others).Where(row => row.Commands.Contains(kind))];
        return listed.Length > 0 ? listed
            : kind.IsAssignableTo(typeof(IFitsEveryPhase)) ? [OfRecord]
            : kind.IsAssignableTo(typeof(GateCommand)) ? [OfGates]
            : [OfReports];
    }

    private static PhaseRow Row(Type[] commands, PhaseCell whileOpen, PhaseCell? after = null)
    {
        var over = after ?? whileOpen;
        return new(null, commands, [whileOpen, whileOpen, whileOpen, whileOpen, over, over]);
    }

    private static PhaseCell To(IncidentPhase target) => new(PhaseEffect.Move, target);

    private static PhaseCell Refused(string remedy) => new(PhaseEffect.Refuse, Remedy: remedy);
}
