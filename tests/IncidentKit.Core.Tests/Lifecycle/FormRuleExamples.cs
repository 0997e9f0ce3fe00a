using static IncidentKit.Tests.Lifecycle.ExampleSteps;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>The examples of IK1xxx: one command that is well formed, and one that is malformed.</summary>
internal static class FormRuleExamples
{
    public static IReadOnlyDictionary<string, (RuleExample Passing, RuleExample Failing)> All { get; } =
        new Dictionary<string, (RuleExample, RuleExample)>
        {
            ["IK1001"] = (
                new("A note that says something.", [], Note("Error rate over 5%.")),
                new("A note of blanks.", [], Note("  "))),
            ["IK1002"] = (
                new("A title of one line.", [], new Retitle { By = Alice, Title = "Checkout fails" }),
                new("A title of 201 characters.", [], new Retitle { By = Alice, Title = new string('x', TextField.Line + 1) })),
            ["IK1003"] = (
                new("A title of letters.", [], new Retitle { By = Alice, Title = "Kasse fällt aus" }),
                new("A title with a line break.", [], new Retitle { By = Alice, Title = "Checkout\nfails" })),
            ["IK1004"] = (
                new("A note of now.", [], Note("Seen.")),
                new("A note of tomorrow.", [], Note("Seen.") with { When = When.At(DateTimeOffset.MaxValue) })),
            ["IK1005"] = (
                new("SEV-2.", [], Level(2)),
                new("SEV-9.", [], Level(9))),
            ["IK1006"] = (
                new("Impact of a minute ago.", [], new StateImpact { By = Alice, Kind = ImpactKind.Outage }),
                new("A share of 3.", [], new StateImpact { By = Alice, Kind = ImpactKind.Outage, Share = 3 })),
            ["IK1007"] = (
                new(
                    "The first event gets another time.",
                    [],
                    new CorrectTime { By = Alice, Of = 1, To = When.Unknown, Reason = "typed wrongly" }),
                new(
                    "Event 99 gets another time.",
                    [],
                    new CorrectTime { By = Alice, Of = 99, To = When.Unknown, Reason = "typed wrongly" })),
            ["IK1008"] = (
                new("The Technical Lead is bob.", [], Assign(IncidentRole.TechnicalLead, Bob)),
                new("Nobody becomes Technical Lead.", [], new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = null })),
            ["IK1009"] = (
                new("The Technical Lead is bob.", [], Assign(IncidentRole.TechnicalLead, Bob)),
                new("A role with the number 7.", [], Assign((IncidentRole)7, Bob))),
            ["IK1010"] = (
                new("Command is given, and an obligation waived now.", [Command(Alice)], Waived()),
                new("An obligation is waived at an unknown time.", [Command(Alice)], Waived() with { When = When.Unknown })),
            ["IK1011"] = (
                new("A channel of lower case letters.", [], new OpenChannel { By = Alice, Name = "#inc-checkout" }),
                new("A channel with blanks and capital letters.", [], new OpenChannel { By = Alice, Name = "Inc Checkout" })),
            ["IK1012"] = (
                new("A rollback of a version.", [], Custom("acme.deployRolledBack")),
                new("A name without a prefix.", [], Custom("deployRolledBack"))),
        };

    private static RecordCustomFact Custom(string name) => new() { By = Alice, Name = name, Data = "{\"version\":7}" };

    private static WaiveObligation Waived() => new() { By = Alice, Obligation = ObligationNames.PublicUpdate, Reason = "the page is down" };
}
