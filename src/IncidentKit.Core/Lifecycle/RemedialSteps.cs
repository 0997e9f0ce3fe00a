namespace IncidentKit;

/// <summary>Steps that rules of several concepts offer.</summary>
internal static class RemedialSteps
{
    public static StepParameter By { get; } = StepParameter.Person(nameof(IncidentCommand.By));

    public static StepParameter Reason { get; } = StepParameter.Text("Reason", "a reason");

    public static StepOffer Mitigated { get; } = StepOffer.Give(
        "Declare the incident mitigated.",
        v => new DeclareMitigated { By = v.Person("By"), How = v.Choice<MitigatedBy>("How") },
        By,
        StepParameter.Choice("How", Enum.GetNames<MitigatedBy>()));

    public static StepOffer Recovered { get; } =
        StepOffer.Give("Report that service recovered by itself.", v => new ReportRecovered { By = v.Person("By") }, By)
            .As(StepResort.Fallback);

    public static StepOffer Recurred { get; } =
        StepOffer.Give("Report that it came back.", v => new ReportRecurrence { By = v.Person("By") }, By).As(StepResort.Fallback);

    public static StepOffer Waiver(IncidentRule rule) =>
        StepOffer.Give(
            $"Waive the demand of {rule.Id}.",
            v => new WaiveDemand { By = v.Person("By"), Rule = rule.Id, Reason = v.Text("Reason") },
            By,
            Reason).As(StepResort.Waiver);
}
