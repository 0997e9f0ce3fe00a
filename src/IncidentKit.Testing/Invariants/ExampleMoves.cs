namespace IncidentKit.Testing;

/// <summary>The commands with which a policy is tried out.</summary>
internal static class ExampleMoves
{
    public static readonly Responder Alice = new("alice");
    public static readonly ReportRecurrence Recur = new() { By = Alice };
    private const string Why = "an example";
    private static readonly CloseIncident Close = new() { By = Alice };
    private static readonly ResolveIncident Resolve = new() { By = Alice };
    private static readonly IncidentCommand[] EndMitigation =
    [
        new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback },
        new ReportRecovered { By = Alice },
        new EscalateUnmitigated { By = Alice },
    ];
    private static readonly IncidentCommand[] Cancel =
    [
        new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = Why },
        new MarkDuplicate { By = Alice, Of = new IncidentId(new Guid("018f0000-0000-7000-8000-000000000002")) },
    ];

    /// <summary>What leads into each phase, from the start.</summary>
    public static IReadOnlyList<(IncidentPhase Phase, IReadOnlyList<IncidentCommand> Ways)> Into { get; } =
    [
        (IncidentPhase.Resolution, EndMitigation),
        (IncidentPhase.Recovery, [Resolve]),
        (IncidentPhase.Mitigation, [
            new BeginMitigation { By = Alice, Kind = MitigationKind.Rollback },
            new RecordMitigation { By = Alice, Outcome = MitigationOutcome.Unknown },
        ]),
        (IncidentPhase.Closed, [Close]),
        (IncidentPhase.Cancelled, Cancel),
    ];

    /// <summary>What leads out of each open phase.</summary>
    public static IReadOnlyList<(IncidentPhase Phase, IReadOnlyList<IncidentCommand> Ways)> OutOf { get; } =
    [
        (IncidentPhase.Mitigation, [.. EndMitigation, .. Cancel]),
        (IncidentPhase.Resolution, [Resolve, Recur, .. Cancel]),
        (IncidentPhase.Recovery, [Close, Recur, .. Cancel]),
    ];

    /// <summary>The other gates, each with the phase from which it is tried.</summary>
    public static IEnumerable<(string What, IncidentPhase From, IncidentCommand Gate)> Gates(IncidentPolicy policy, SeverityLevel level)
    {
        const IncidentPhase start = IncidentPhase.Detection;
        yield return ("have its post-mortem published", start, new PublishPostMortem { By = Alice });
        yield return ("have its watch ended early", start, new EndWatch { By = Alice, Reason = Why });
        yield return ("have a role given up", start, new GiveUpRole { By = new Responder("bob"), Role = IncidentRole.TechnicalLead });
        if (level.Rank < policy.Levels.Count)
            yield return ("have its level lowered", start, new LowerSeverity { By = Alice, Level = policy.Levels.Count, Reason = Why });
        if (policy.Obligations is [var first, ..])
            yield return ("have an obligation waived", start, new WaiveObligation { By = Alice, Obligation = first.Name, Reason = Why });
        if (policy.Rules.FirstOrDefault(rule => rule.IsWaivable) is { } waivable)
            yield return ("have a demand waived", start, new WaiveDemand { By = Alice, Rule = waivable.Id, Reason = Why });
        foreach (var ended in new[] { IncidentPhase.Closed, IncidentPhase.Cancelled })
        {
            var review = new ReviewSeverity { By = Alice, Level = level.Rank, Reason = Why };
            var reopen = new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = Why };
            yield return ($"have its level reviewed once it is {ended}", ended, review);
            yield return ($"be reopened because it came back once it is {ended}", ended, reopen);
            yield return (
                $"be reopened because its record is incomplete once it is {ended}",
                ended,
                reopen with { Because = ReopenReason.RecordIncomplete });
        }
    }
}
