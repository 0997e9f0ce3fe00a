namespace IncidentKit;

/// <summary>Evaluates definitions of obligations over the facts of one incident, as of one instant.</summary>
internal sealed class ObligationEvaluation(IncidentPolicy policy, IncidentFacts facts, bool isRetrospective, DateTimeOffset instant)
{
    private AcknowledgementStart? _acknowledgement;
    private IReadOnlyList<Obligation>? _acknowledge;

    public IncidentPolicy Policy => policy;

    public IncidentFacts Facts => facts;

    public bool IsRetrospective => isRetrospective;

    public DateTimeOffset Instant => instant;

    public LedgerTimeline Timeline { get; } = new(policy, facts, instant);

    public ResolutionTimeline Resolutions { get; } = new(facts, isRetrospective, instant);

    /// <summary>T0, if it is known and has come.</summary>
    public DateTimeOffset? DetectedAt { get; } = facts.Detected.Instant is { } at && at <= instant ? at : null;

    public AcknowledgementStart Acknowledgement => _acknowledgement ??= AcknowledgementStart.Read(this);

    public IReadOnlyList<Obligation> RowsOf(ObligationDefinition definition)
    {
        if (definition == BuiltInObligations.Acknowledge)
            return _acknowledge ??= Evaluate(definition);
        try
        {
            return Evaluate(definition);
        }
        catch (Exception thrown) when (definition.IsCustom)
        {
            return [new Obligation { Name = definition.Name, Status = ObligationStatus.Unknown, Exception = thrown }];
        }
    }

    private List<Obligation> Evaluate(ObligationDefinition definition)
    {
        List<Obligation> rows = [];
        var wasRequired = Timeline.WasRequired(definition);
        if (!wasRequired)
            rows.Add(new Obligation { Name = definition.Name, Status = ObligationStatus.NotRequired });
        var fulfillment = definition.FulfillmentIn(this);
        var windows = new DueWindows(this, definition);
        HashSet<ObligationStart> seen = [];
        foreach (var trigger in definition.Trigger.Parts)
        {
            // A recurrence may lie before T0, and is judged by the terms of its own time.
            if (!wasRequired && trigger != ObligationTrigger.EachRecurrence)
                continue;
            var starts = trigger.Starts(this);
            var hasTwoClocks = definition.Deadline.HasTwoClocks && trigger == ObligationTrigger.Detection;
            foreach (var start in starts ?? [ObligationStart.Unknown])
            {
                // Two triggers may tell of the same start.
                if (definition.Trigger.Parts.Count > 1 && !seen.Add(start))
                    continue;
                var met = fulfillment(start);
                if (starts is not null && !(hasTwoClocks && Acknowledgement.IsUnknown))
                {
                    windows.AddRows(
                        hasTwoClocks ? start with { AcknowledgedAt = Acknowledgement.CountedFrom ?? start.Since } : start, met, rows);
                    continue;
                }

                rows.Add(new Obligation
                {
                    Name = definition.Name,
                    Since = starts is null ? null : start.Since,
                    MetAt = met.IsUnknown ? null : met.At,
                    Status = ObligationStatus.Unknown,
                });
            }
        }

        return rows;
    }
}
