using System.Globalization;

namespace IncidentKit;

/// <summary>What helps where a rule of the library is broken. The order is that of preference.</summary>
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

    // What is not restricted is restricted in order to be lifted only where nothing else helps.
    private static StepOffer Restricted { get; } =
        StepOffer.Give("Restrict the incident.", v => new Restrict { By = v.Person("By") }, By).As(StepResort.Fallback);

    private static StepOffer ChannelOpened { get; } = StepOffer.Give("Open the channel.", v => new OpenChannel { By = v.Person("By") }, By);

    private static StepOffer Published { get; } =
        StepOffer.Give("Publish the post-mortem.", v => new PublishPostMortem { By = v.Person("By") }, By);

    private static readonly Dictionary<string, Func<RuleContext, IEnumerable<StepOffer>>> ById = new(StringComparer.Ordinal)
    {
        ["IK2002"] = Earlier,
        ["IK2003"] = c => [Classify(Enumerable.Range(1, c.Policy.Levels.Count), c.Policy.ProvisionalLevel)],
        ["IK2004"] = _ => [ChannelOpened],
        ["IK2005"] = c => c.Incident.RunningAttempt is { } attempt ? [Ended(attempt.Number)] : [],
        ["IK2006"] = c => c.Command is Classify { Level: var level } ? [Lowered(level)] : [],
        ["IK2007"] = _ => [],
        ["IK3001"] = StaffingSteps.Missing,
        ["IK3002"] = c => StaffingSteps.Apart(c, IncidentRole.TechnicalLead),
        ["IK3003"] = c => StaffingSteps.Apart(c, IncidentRole.CommunicationsLead),
        ["IK3004"] = _ => [],
        ["IK3005"] = StaffingSteps.HeldByOthers,
        ["IK3006"] = _ => [StepOffer.Change(
            "Add a state note.",
            nameof(HandOffRole.Note),
            (c, v) => (HandOffRole)c with { Note = v.Text("Note") },
            StepParameter.Text("Note", "what is known, what is running, and when the next update is due"))],
        ["IK4001"] = StaffingSteps.DecidedBy,
        ["IK4002"] = c => StaffingSteps.Commanded(c, c.Command.By),
        ["IK4003"] = c => StaffingSteps.Commanded(c, c.Command.By),
        ["IK4004"] = StaffingSteps.Posting,
        ["IK4005"] = c => StaffingSteps.Commanded(c, c.Command.By),
        ["IK4006"] = c => StaffingSteps.Commanded(c, c.Command.By),
        ["IK5001"] = _ => [Mitigated, Recovered],
        ["IK5002"] = GateSteps.Lower,
        ["IK5003"] = GateSteps.Page,
        ["IK5004"] = GateSteps.InTime,
        ["IK5005"] = GateSteps.Page,
        ["IK5006"] = GateSteps.Watch,
        ["IK5007"] = _ => [Published],
        ["IK5008"] = GateSteps.Items,
        ["IK5009"] = GateSteps.Alerts,
        ["IK5010"] = _ => [Recurred],
        ["IK5011"] = _ => [StepOffer.NothingToDo, Restricted],
    };

    /// <summary>The steps of a rule; null for one that does not say what helps.</summary>
    public static Func<RuleContext, IEnumerable<StepOffer>>? Of(string ruleId) => ById.GetValueOrDefault(ruleId);

    public static StepOffer Waiver(IncidentRule rule) =>
        StepOffer.Give(
            $"Waive the demand of {rule.Id}.",
            v => new WaiveDemand { By = v.Person("By"), Rule = rule.Id, Reason = v.Text("Reason") },
            By,
            Reason).As(StepResort.Waiver);

    public static StepOffer Classify(IEnumerable<int> ranks, int preferred) => StepOffer.Give(
        "Classify the incident.",
        v => new Classify { By = v.Person("By"), Level = v.Number("Level") },
        By,
        StepParameter.Choice(
            "Level",
            [.. ranks.OrderBy(rank => rank != preferred).Select(rank => rank.ToString(CultureInfo.InvariantCulture))]));

    private static StepOffer Lowered(int level) => StepOffer.Give(
        "Lower the level.", v => new LowerSeverity { By = v.Person("By"), Level = level, Reason = v.Text("Reason") }, By, Reason);

    private static StepOffer Ended(int attempt) => StepOffer.Give(
        string.Create(CultureInfo.InvariantCulture, $"Record what came of attempt {attempt}."),
        v => new RecordMitigation { By = v.Person("By"), Attempt = attempt, Outcome = v.Choice<MitigationOutcome>("Outcome") },
        By,
        StepParameter.Choice("Outcome", Enum.GetNames<MitigationOutcome>()));

    private static IEnumerable<StepOffer> Earlier(RuleContext context)
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
}
