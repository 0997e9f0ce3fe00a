using static IncidentKit.Tests.Lifecycle.ExampleSteps;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>The examples of IK5xxx: a gate that may be passed, and one that may not.</summary>
internal static class GateRuleExamples
{
    public static IReadOnlyDictionary<string, (RuleExample Passing, RuleExample Failing)> All { get; } =
        new Dictionary<string, (RuleExample, RuleExample)>
        {
            ["IK5001"] = (
                new("Resolving what is mitigated.", [.. Staffed(), Begin(), Mitigated()], Resolve()),
                new("Resolving what was only escalated.", [.. Staffed(), Begin(), new EscalateUnmitigated { By = Alice }], Resolve())),
            ["IK5002"] = (
                new("SEV-2 becomes SEV-3.", [Level(2), Command(Alice)], Lower(3)),
                new("SEV-2 \"becomes\" SEV-2.", [Level(2), Command(Alice)], Lower(2))),
            ["IK5003"] = (
                new("Cancelling what customers never heard of.", [Ack(Alice)], Cancel()),
                new("Cancelling while the public page says Investigating.", [Ack(Alice), Update(Alice)], Cancel())),
            ["IK5004"] = (
                new("It comes back within the hour.", [Ack(Alice), Cancel()], CameBack()),
                new(
                    "It comes back after eight days.",
                    [Ack(Alice), Cancel()],
                    CameBack() with { When = When.At(ExampleSteps.Declared.AddDays(8)) })),
            ["IK5005"] = (
                new("Closing what customers never heard of.", Resolved(4), Close),
                new("Closing while the public page says Investigating.", [.. Resolved(4), Update(Alice)], Close)),
            ["IK5006"] = (
                new("Closing what is watched no longer.", [.. Resolved(3), EndWatchNow()], Close),
                new("Closing an hour after resolution.", Resolved(3), Close)),
            ["IK5007"] = (
                new("Closing with a published post-mortem.", [.. Resolved(2), EndWatchNow(), new PublishPostMortem { By = Alice }], Close),
                new("Closing without a post-mortem.", [.. Resolved(2), EndWatchNow()], Close)),
            ["IK5008"] = (
                new(
                    "Closing with a complete action item.",
                    [.. Resolved(4), Item() with { Owner = "bob", Due = new DateOnly(2025, 12, 1), Priority = "P2" }],
                    Close),
                new("Closing with an action item that nobody owns.", [.. Resolved(4), Item()], Close)),
            ["IK5009"] = (
                new(
                    "Closing with the temporary alert taken down.",
                    [.. Resolved(4), Watched(), new TakeDownTemporaryAlert { By = Alice, Number = 1 }],
                    Close),
                new("Closing while a temporary alert stands.", [.. Resolved(4), Watched()], Close)),
            ["IK5010"] = (
                new("Closing what is resolved.", Resolved(4), Close),
                new(
                    "Closing what was cancelled and only opened again for its record.",
                    [Ack(Alice), Cancel(), CameBack() with { Because = ReopenReason.RecordIncomplete }],
                    Close)),
            ["IK5011"] = (
                new("Lifting a restriction once customers were told.", [new Restrict { By = Alice, Reason = "data was exposed" }], Lift()),
                new("Lifting what was never restricted.", [], Lift())),
        };

    private static SetTemporaryAlert Watched() => new() { By = Alice, Alert = "checkout error rate over 0.5% for a minute" };

    private static LiftRestriction Lift() => new() { By = Alice, Reason = "customers were told" };

    private static AddActionItem Item() => new() { By = Alice, Action = "Check for dropped indexes" };
}
