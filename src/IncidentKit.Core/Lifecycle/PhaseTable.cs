using static IncidentKit.IncidentPhase;

namespace IncidentKit;

/// <summary>
/// The phase table of the process (P16, P26, P29) as data: it drives the machine, the refusals, the
/// diagram and the reference page.
/// </summary>
internal static class PhaseTable
{
    private const string SayWhen = "Say when it happened, before the end; or reopen the incident.";
    private const string ReopenFirst = "Reopen the incident.";
    private const string AlreadyOpen = "Nothing to do: the incident is open.";
    private const string DeclareMitigatedFirst = "Declare the incident mitigated.";
    private const string ResolveFirst = "Resolve the incident.";
    private const string NotYetWatched = "Resolve the incident: it is watched only after that.";
    private const string NoLongerWatched = "Nothing to do: the incident is over, and nothing is watched.";
    private static readonly PhaseCell Stays = new(PhaseEffect.Stay);
    private static readonly PhaseCell Kept = new(PhaseEffect.Keep);
    private static readonly PhaseCell KeptIfLate = new(PhaseEffect.KeepIfLate, Remedy: SayWhen);

    // The rows of the commands that no other row lists: those of the record, the other reports, and the other gates.
    private static readonly PhaseRow OfRecord = Row([], Stays, Stays);
    private static readonly PhaseRow OfReports = Row([], Stays, KeptIfLate);
    private static readonly PhaseRow OfGates = Row([], Stays, Refused(ReopenFirst));
    private static readonly PhaseRow OfDeclaration =
        Row([typeof(DeclareIncident)], Refused("The incident is already declared: report what is new."));

    // What moves no phase, and does not fit each of them.
    private static readonly PhaseRow[] Others =
    [
        OfDeclaration,
        Row([typeof(Page)], Stays, Refused("Nobody is paged for an incident that is over: reopen it, or note who was called.")),
        Row(
            [typeof(ReviewSeverity)],
            Refused("Raise the level with Classify, or lower it with LowerSeverity: a review corrects it after the end."),
            Stays),
        new(null, [typeof(PublishPostMortem)], [Refused(ResolveFirst), Refused(ResolveFirst), Refused(ResolveFirst), Stays, Stays, Stays]),
        new(
            null,
            [typeof(EndWatch)],
            [
                Refused(NotYetWatched), Refused(NotYetWatched), Refused(NotYetWatched), Stays,
                Refused(NoLongerWatched), Refused(NoLongerWatched),
            ]),
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
            [To(Resolution), To(Resolution), Stays, Kept, Refused(ReopenFirst), Refused(ReopenFirst)]),
        new(
            PhaseTrigger.Recur,
            [typeof(ReportRecurrence)],
            [Kept with { InRetrospect = Mitigation }, Stays, To(Mitigation), To(Mitigation), Refused(ReopenFirst), Refused(ReopenFirst)]),
        new(
            PhaseTrigger.Resolve,
            [typeof(ResolveIncident)],
            [
                Refused(DeclareMitigatedFirst) with { InRetrospect = Recovery },
                Refused(DeclareMitigatedFirst) with { InRetrospect = Recovery }, To(Recovery),
                Refused("Nothing to do: it is resolved. Close it once its demands are met."),
                Refused("Nothing to do: it is closed. Reopen it if the problem came back."), Refused(ReopenFirst),
            ]),
        new(
            PhaseTrigger.Close,
            [typeof(CloseIncident)],
            [
                Refused("Mitigate and resolve the incident."), Refused("Mitigate and resolve the incident."), Refused(ResolveFirst),
                To(Closed), Refused("Nothing to do: it is closed."), Refused(ReopenFirst),
            ]),
        new(
            PhaseTrigger.Cancel,
            [typeof(CancelIncident), typeof(MarkDuplicate)],
            [To(Cancelled), To(Cancelled), To(Cancelled), To(Cancelled), Refused(ReopenFirst), Refused("Nothing to do: it is cancelled.")]),
        Row([typeof(ReopenIncident)], Refused(AlreadyOpen), To(Mitigation)) with { Trigger = PhaseTrigger.ReopenCameBack },
        Row([typeof(ReopenIncident)], Refused(AlreadyOpen), To(Recovery)) with { Trigger = PhaseTrigger.ReopenIncomplete },
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

    // In a retrospective incident, what moves no phase is not refused for order while the incident is open.
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
