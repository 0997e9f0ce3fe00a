namespace IncidentKit.Commands;

/// <summary>
/// Not everybody may read it (P62): its channel gets a neutral name, and no text of it leaves for pages, tickets and logs.
/// </summary>
public sealed record Restrict : ReportCommand, IFitsEveryPhase
{
    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Reason), Reason)];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(Restrictions.New(recorder, Reason));
}

/// <summary>Everybody may read it again (P62); what it owes the public counts from here.</summary>
public sealed record LiftRestriction : GateCommand, IFitsEveryPhase
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override RuleBreach? MissingPerson(RuleContext context) =>
        FormBreach.OnlyAPerson(this, "lifts a restriction");

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new RestrictionLifted { Reason = Reason });
}
