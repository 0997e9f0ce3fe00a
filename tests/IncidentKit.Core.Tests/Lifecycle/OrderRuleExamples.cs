using static IncidentKit.Tests.Lifecycle.ExampleSteps;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>The examples of IK2xxx: steps in order, and out of order.</summary>
internal static class OrderRuleExamples
{
    public static IReadOnlyDictionary<string, (RuleExample Passing, RuleExample Failing)> All { get; } =
        new Dictionary<string, (RuleExample, RuleExample)>
        {
            ["IK2001"] = (
                new("Resolving what is mitigated.", [.. Staffed(), Begin(), Mitigated()], Resolve()),
                new("Resolving what nobody mitigated.", [.. Staffed(), Begin()], Resolve())),
            ["IK2002"] = (
                new("A note of now.", [], Note("Seen.")),
                new("A note of an hour before detection.", [], Note("Seen.") with { When = When.At(ExampleSteps.Declared.AddHours(-1)) })),
            ["IK2003"] = (
                new("Mitigation begins with everything in place.", Staffed(), Begin()),
                new("Mitigation begins without a level.", [Ack(Alice), Channel()], Begin())),
            ["IK2004"] = (
                new("Mitigation begins with everything in place.", Staffed(), Begin()),
                new("Mitigation begins without a channel.", [Ack(Alice), Level(2)], Begin())),
            ["IK2005"] = (
                new(
                    "A second attempt after the first failed.",
                    [.. Staffed(), Begin(), new RecordMitigation { By = Alice, Attempt = 1, Outcome = MitigationOutcome.NoEffect }],
                    Begin()),
                new("A second attempt while the first runs.", [.. Staffed(), Begin()], Begin(Bob))),
            ["IK2006"] = (
                new("Raising SEV-3 to SEV-1.", [Level(3)], Level(1)),
                new("Naming SEV-3 where the level is SEV-1.", [Level(1)], Level(3))),
            ["IK2007"] = (
                new("An alert that no other incident has.", [], Attach()),
                new("An alert that another open incident has.", [], Attach() with { AlsoAt = Other })),
        };

    private static IncidentId Other => new(new Guid("0199a1b2-0000-7000-8000-000000000001"));

    private static AttachAlert Attach() => new() { By = Alice, Key = "checkout-5xx" };
}
