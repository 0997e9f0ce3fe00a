namespace IncidentKit.Templates;

/// <summary>Steps of the process name roles, not people.</summary>
internal static class TimelineWords
{
    /// <summary>Impact comes before its detection, and that before all else.</summary>
    public static int Rank(string milestone) =>
        milestone switch { "Impact began" => 0, "Detected" => 1, "Declared" => 2, "Acknowledged" => 3, _ => 4 };

    /// <summary>In lower case, unless it begins with the name of a role.</summary>
    public static string InSentence(string milestone) =>
        Enum.GetValues<IncidentRole>().Any(role => milestone.StartsWith(role.Display(), StringComparison.Ordinal))
            ? milestone
            : char.ToLowerInvariant(milestone[0]) + milestone[1..];

    public static string End(ImpactKind kind) => Impact(kind) + " ended";

    /// <summary>Null for facts about the record, which are no part of what happened.</summary>
    public static (string? Milestone, string? Text)? Of(IncidentEvent happened) => happened switch
    {
        ImpactStarted => ("Impact began", null),
        IncidentDetected => ("Detected", null),
        IncidentDeclared => ("Declared", null),
        Acknowledged => ("Acknowledged", null),
        SeverityChanged e => Level(e),
        ImpactStated e => (Impact(e), null),
        ChannelOpened => ("Channel opened", null),
        RoleAssigned e => ($"{e.Role.Display()} {(e.How == RoleChange.HandedOff ? "handed over" : "in place")}", e.Note),
        RoleGivenUp e => ($"{e.Role.Display()} back with the commander", null),
        MitigationBegun e => ("Mitigation begun" + Kind(e.Kind), e.Description),
        MitigationRecorded { Implied: true } => null,
        MitigationRecorded e => (Outcome(e.Outcome), e.Description),
        ServiceMitigated e => ("Mitigated", e.Statement),
        FindingRecorded e => (
            e.Kind switch { FindingKind.Hypothesis => "Hypothesis", FindingKind.RuledOut => "Ruled out", _ => "Found" },
            Linked(e.Text, e.Link)),
        CauseIdentified => ("Cause found", null),
        EscalatedUnmitigated e => ("Escalated", e.Statement),
        VendorEngaged e => ("Vendor engaged", e.Case is { } number ? $"{e.Vendor}, case {number}" : e.Vendor),
        Paged e => ($"Paged{Whom(e.Audience)}", null),
        PageFailed e => ($"Page not delivered{Whom(e.Audience)}", null),
        PagingStepSkipped e => ($"Nobody to page{Whom(e.Audience)}", null),
        EscalationExhausted => ("Escalation exhausted", null),
        TicketFiled e => ("Ticket filed", e.Reason),
        UpdatePosted e => (e.Audience == UpdateAudience.Public ? "Public update" : "Internal update", null),
        IncidentRecurred e => ("Came back", e.Statement),
        IncidentResolved e => ("Resolved", e.Statement),
        WatchEnded => ("Watch ended", null),
        IncidentClosed => ("Closed", null),
        IncidentCancelled e => ("Cancelled", e.Reason),
        IncidentReopened e => ("Reopened", e.Reason),
        AlertAttached e => ("Alert fired", e.Text ?? e.Key),
        AlertCleared e => ("Alert cleared", e.Key),
        DuplicateTakenOver => ("Duplicate taken over", null),
        IncidentRestricted => ("Restricted", null),
        RestrictionLifted e => ("Restriction lifted", e.Reason),
        ObligationMet e => ($"Met: {e.Obligation}", e.Evidence),
        NoteAdded e => (null, Linked(e.Text, e.Link)),
        _ => null,
    };

    private static string Whom(string? audience) => audience is null ? "" : $": {audience}";

    private static string Linked(string text, string? link) => link is null ? text : $"{text} ({link})";

    private static (string?, string?)? Level(SeverityChanged e) => e.Change switch
    {
        SeverityChange.Raised or SeverityChange.Lowered => ($"{e.Change} to {e.LevelName}", e.Reason),
        // In a retrospective incident the level applies from the start, and naming it is the setting.
        SeverityChange.Set or SeverityChange.Kept => ($"Set to {e.LevelName}", e.Reason),
        _ => null,
    };

    private static string Impact(ImpactStated e) =>
        Impact(e.Kind) + " began" + (e.Share is { } share ? FormattableString.Invariant($" ({share * 100:0.#}%)") : "");

    private static string Impact(ImpactKind kind) =>
        kind switch { ImpactKind.Outage => "Outage", ImpactKind.Degraded => "Degradation", _ => "Exposure" };

    private static string Kind(MitigationKind kind) => kind switch
    {
        MitigationKind.Rollback => " (rollback)",
        MitigationKind.ScaleUp => " (more capacity)",
        MitigationKind.CutDependency => " (dependency cut)",
        MitigationKind.Restart => " (restart)",
        MitigationKind.Fix => " (fix)",
        _ => "",
    };

    private static string Outcome(MitigationOutcome outcome) => outcome switch
    {
        MitigationOutcome.Worked => "Attempt worked",
        MitigationOutcome.Partly => "Attempt worked in part",
        MitigationOutcome.NoEffect => "Attempt had no effect",
        MitigationOutcome.MadeWorse => "Attempt made it worse",
        MitigationOutcome.Undone => "Attempt undone",
        _ => "Attempt ended",
    };
}
