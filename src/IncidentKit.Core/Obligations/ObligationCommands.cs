namespace IncidentKit.Commands;

/// <summary>Meets an obligation that the host defined, where nothing else says that it is met.</summary>
public sealed record MeetObligation : ReportCommand
{
    /// <summary>The name of the host's obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>What shows it, such as the number of a notice.</summary>
    public string? Evidence { get; init; }

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.Word(nameof(Obligation), Obligation),
        TextField.OptionalText(nameof(Evidence), Evidence),
    ];

    internal override RuleBreach? MissingReference(RuleContext context)
    {
        var obligations = context.Policy.Obligations;
        return obligations.FirstOrDefault(o => o.Name == Obligation) is { IsCustom: false } builtIn
            ? new RuleBreach(
                $"{builtIn.Name} is met by what happens ({builtIn.FulfilledBy}), not by a word.",
                "Report that instead.",
                nameof(Obligation))
            : FormBreach.NoneOf(
                "obligation of the host",
                Obligation,
                obligations.Where(o => o.IsCustom).Select(o => o.Name),
                nameof(Obligation));
    }

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new ObligationMet { Obligation = Obligation, Evidence = Evidence });
}

/// <summary>
/// Records what was missed until now, each miss once. The obligation monitor gives it; its time of happening is always now.
/// </summary>
public sealed record CheckObligations : ReportCommand, IFitsEveryPhase
{
    // Each miss happened when it came due, whenever somebody looks.
    internal override void Record(EventRecorder recorder)
    {
        var ledger = new ObligationLedger(recorder.Policy).At(recorder.Incident, recorder.Now);
        foreach (var miss in ObligationRecords.NotRecorded(recorder.Incident, ledger))
        {
            recorder.RecordImplied(
                new ObligationMissed { Obligation = miss.Name, Since = miss.Since, DueAt = miss.DueAt },
                When.At(miss.DueAt));
        }
    }
}

/// <summary>The commander waives what is pending of an obligation.</summary>
public sealed record WaiveObligation : GateCommand
{
    /// <summary>The name of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.Word(nameof(Obligation), Obligation),
        TextField.Text(nameof(Reason), Reason),
    ];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf("obligation", Obligation, context.Policy.Obligations.Select(o => o.Name), nameof(Obligation));

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new ObligationWaived { Obligation = Obligation, Reason = Reason });
}

/// <summary>A named person waives a demand that stands before a gate, where the policy allows it (P28).</summary>
public sealed record WaiveDemand : GateCommand
{
    /// <summary>The id of the rule that makes the demand.</summary>
    public required string Rule { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Word(nameof(Rule), Rule), TextField.Text(nameof(Reason), Reason)];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf(
            "demand that may be waived", Rule, context.Policy.Rules.Where(rule => rule.IsWaivable).Select(rule => rule.Id), nameof(Rule));

    internal override RuleBreach? MissingPerson(RuleContext context) =>
        FormBreach.OnlyAPerson(this, "waives a demand");

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new DemandWaived { Rule = Rule, Reason = Reason });
}
