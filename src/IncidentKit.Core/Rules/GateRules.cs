using static IncidentKit.ExampleSteps;

namespace IncidentKit;

/// <summary>IK5xxx: what a gate demands.</summary>
internal static class GateRules
{
    private static readonly Type[] Cancelling = [typeof(CancelIncident), typeof(MarkDuplicate)];
    private static readonly Type[] Closing = [typeof(CloseIncident)];
    private static readonly CloseIncident Close = new() { By = Alice };

    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK5001",
            "What is resolved was mitigated since it last came back.",
            "Declare the incident mitigated.",
            [typeof(ResolveIncident)],
            new("Resolving what is mitigated.", [.. Staffed(), Begin(), Mitigated()], Resolve()),
            new("Resolving what was only escalated.", [.. Staffed(), Begin(), new EscalateUnmitigated { By = Alice }], Resolve()),
            c => c.Incident.MitigatedBy is null
                && !c.Incident.Facts.IsUnknown(UnknownFacts.Mitigated)
                && !c.Incident.Facts.IsUnknown(UnknownFacts.MitigatedAgain(Math.Max(1, c.Incident.Recurrences)))
                ? new RuleBreach("Nothing says that the incident is mitigated.")
                : null),
        Rule("IK5002", "A lower level is lower (P05).", "Name a lower level.", [typeof(LowerSeverity)],
            new("SEV-2 becomes SEV-3.", [Level(2), Command(Alice)], Lower(3)),
            new("SEV-2 \"becomes\" SEV-2.", [Level(2), Command(Alice)], Lower(2)),
            NotLower),
        Rule(
            "IK5003",
            "What was posted publicly is closed publicly before the incident is cancelled (P16).",
            "Post a public update with the status Resolved.",
            Cancelling,
            new("Cancelling what customers never heard of.", [Ack(Alice)], Cancel()),
            new("Cancelling while the public page says Investigating.", [Ack(Alice), Update(Alice)], Cancel()),
            PageIsOpen, waivable: true),
        Rule(
            "IK5004",
            "It comes back within seven days of its end, or it is a new incident (P29).",
            "Declare a new incident, and name this one in RecurrenceOf.",
            [typeof(ReopenIncident)],
            new("It comes back within the hour.", [Ack(Alice), Cancel()], CameBack()),
            new(
                "It comes back after eight days.",
                [Ack(Alice), Cancel()],
                CameBack() with { When = When.At(RuleExamples.Declared.AddDays(8)) }),
            TooLongAgo),
        Rule(
            "IK5005",
            "The public page says that it is resolved, where anything was posted (P28).",
            "Post a public update with the status Resolved.",
            Closing,
            new("Closing what customers never heard of.", Resolved(4), Close),
            new("Closing while the public page says Investigating.", [.. Resolved(4), Update(Alice)], Close),
            PageIsOpen, waivable: true),
        Rule(
            "IK5006",
            "The watch for a recurrence is over (P25, P28).",
            "Wait until the watch is over, or end it early with EndWatch.",
            Closing,
            new(
                "Closing what is watched no longer.",
                [.. Resolved(3), new EndWatch { By = Alice, Reason = "traffic is at its peak and steady" }],
                Close),
            new("Closing an hour after resolution.", Resolved(3), Close),
            WatchRuns, waivable: true),
        Rule("IK5007", "The post-mortem is published where the level wants one (P28).", "Publish the post-mortem.", Closing,
            new("Closing with a published post-mortem.", [.. Resolved(2), EndWatchNow(), new PublishPostMortem { By = Alice }], Close),
            new("Closing without a post-mortem.", [.. Resolved(2), EndWatchNow()], Close),
            c => !c.Incident.IsPostMortemPublished && c.Policy.WantsPostMortem(c.Incident)
                ? new RuleBreach($"{c.Level.Name} wants a post-mortem, and none is published.")
                : null,
            waivable: true),
        Rule(
            "IK5008",
            "Each action item has an owner, a due date and a priority (P28).",
            "Amend the action items that lack something.",
            Closing,
            new(
                "Closing with a complete action item.",
                [.. Resolved(4), Item() with { Owner = "bob", Due = new DateOnly(2025, 12, 1), Priority = "P2" }],
                Close),
            new("Closing with an action item that nobody owns.", [.. Resolved(4), Item()], Close),
            Incomplete, waivable: true),
        Rule("IK5009", "Temporary alerts are taken down (P25).", "Take the temporary alerts down.", Closing,
            new(
                "Closing with the temporary alert taken down.",
                [.. Resolved(4), Watched(), new TakeDownTemporaryAlert { By = Alice, Number = 1 }],
                Close),
            new("Closing while a temporary alert stands.", [.. Resolved(4), Watched()], Close),
            Standing, enforcement: RuleEnforcement.Warn),
        Rule(
            "IK5010",
            "What is closed was resolved since it last came back (P28).",
            "Cancel the incident again, or report the recurrence and resolve it.",
            Closing,
            new("Closing what is resolved.", Resolved(4), Close),
            new(
                "Closing what was cancelled and only opened again for its record.",
                [Ack(Alice), Cancel(), CameBack() with { Because = ReopenReason.RecordIncomplete }],
                Close),
            c => !c.Incident.IsResolved && !c.Incident.Facts.IsUnknown(UnknownFacts.Resolved)
                ? new RuleBreach("Nothing says that the incident is resolved.")
                : null),
        Rule("IK5011", "What is lifted is restricted (P62).", "Nothing to do: everybody may read the incident.", [typeof(LiftRestriction)],
            new("Lifting a restriction once customers were told.", [new Restrict { By = Alice, Reason = "data was exposed" }], Lift()),
            new("Lifting what was never restricted.", [], Lift()),
            c => c.Incident.IsRestricted ? null : new RuleBreach("The incident is not restricted.")),
    ];

    private static LowerSeverity Lower(int level) => new() { By = Alice, Level = level, Reason = "one region only" };

    private static CancelIncident Cancel() => new() { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" };

    private static ReopenIncident CameBack() => new() { By = Alice, Because = ReopenReason.CameBack, Reason = "errors again" };

    private static LiftRestriction Lift() => new() { By = Alice, Reason = "customers were told" };

    private static EndWatch EndWatchNow() => new() { By = Alice, Reason = "traffic is at its peak and steady" };

    private static AddActionItem Item() => new() { By = Alice, Action = "Check for dropped indexes" };

    private static SetTemporaryAlert Watched() => new() { By = Alice, Alert = "checkout error rate over 0.5% for a minute" };

    private static IncidentRule Rule(
        string id,
        string summary,
        string remedy,
        Type[] appliesTo,
        RuleExample passing,
        RuleExample failing,
        Func<RuleContext, RuleBreach?> check,
        bool waivable = false,
        RuleEnforcement enforcement = RuleEnforcement.Enforce) =>
        new()
        {
            Id = id, Subject = RuleSubject.Gate, Summary = summary, Remedy = remedy,
            Default = enforcement, AppliesTo = appliesTo, Passing = passing, Failing = failing,
            Check = check, IsWaivable = waivable, Steps = RemedialSteps.Of(id),
        };

    private static RuleBreach? PageIsOpen(RuleContext context) =>
        context.Command is not MarkDuplicate { ThreadGoesOver: true }
        && context.Incident.PublicStatus is { } status and not PublicStatus.Resolved
            ? new RuleBreach($"The public page still says {status}.")
            : null;

    private static RuleBreach? NotLower(RuleContext context)
    {
        if (context.Command is not LowerSeverity lower || lower.Level > context.Incident.Level)
            return null;
        var named = context.Policy.Level(lower.Level).Name;
        return context.Incident.LevelName is not { } name
            ? new RuleBreach("No level is set that could be lowered.", "Set the first level with Classify.")
            : lower.Level == context.Incident.Level
                ? new RuleBreach($"The level is {name} already.", "Nothing to do: name a lower level, or go on.")
            : new RuleBreach($"{named} is higher than {name}.", "Raise the level with Classify.");
    }

    private static RuleBreach? TooLongAgo(RuleContext context) =>
        context is { Command: ReopenIncident { Because: ReopenReason.CameBack }, Incident.EndedAt: { } ended }
        && context.When.Instant - ended > context.Policy.ReopenWithin
            ? new RuleBreach($"The incident ended at {When.At(ended)}, more than {context.Policy.ReopenWithin.TotalDays:0.##} days ago.")
            : null;

    private static RuleBreach? WatchRuns(RuleContext context)
    {
        if (context.Incident.IsWatchEnded || context.Level.WatchFor is not { } watch)
            return null;
        return context.Incident.Facts.Resolved.LastWhen?.Instant?.Plus(watch) is { } over && context.When.Instant < over
            ? new RuleBreach($"The service is watched until {When.At(over)}.")
            : null;
    }

    private static RuleBreach? Incomplete(RuleContext context)
    {
        var incomplete = context.Incident.ActionItems.Where(item => !item.IsComplete).Select(item => item.Number).ToList();
        return incomplete.Count > 0
            ? new RuleBreach($"Owner, due date or priority are missing in {Numbered("action item", incomplete)}.")
            : null;
    }

    private static RuleBreach? Standing(RuleContext context)
    {
        var standing = context.Incident.TemporaryAlerts.Where(alert => !alert.IsTakenDown).Select(alert => alert.Number).ToList();
        return standing.Count > 0 ? new RuleBreach($"Still in place: {Numbered("temporary alert", standing)}.") : null;
    }

    private static string Numbered(string what, List<int> numbers) =>
        $"{what}{(numbers.Count > 1 ? "s" : "")} {string.Join(", ", numbers)}";
}
