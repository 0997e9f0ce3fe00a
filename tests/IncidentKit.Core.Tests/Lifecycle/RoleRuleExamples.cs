using static IncidentKit.Tests.Lifecycle.ExampleSteps;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>The examples of IK3xxx and IK4xxx: who holds which role, and whose decision it is.</summary>
internal static class RoleRuleExamples
{
    public static IReadOnlyDictionary<string, (RuleExample Passing, RuleExample Failing)> All { get; } =
        new Dictionary<string, (RuleExample, RuleExample)>
        {
            ["IK3001"] = (
                new("Mitigation begins with three people.", Staffed(), Begin()),
                new("Mitigation begins with nobody in command.", [Ack(Alice), Level(2), Channel()], Begin())),
            ["IK3002"] = (
                new(
                    "Another person becomes Technical Lead.",
                    [Ack(Alice), Ack(Bob), Command(Alice)],
                    Assign(IncidentRole.TechnicalLead, Bob)),
                new(
                    "The commander becomes Technical Lead.",
                    [Ack(Alice), Ack(Bob), Command(Alice)],
                    Assign(IncidentRole.TechnicalLead, Alice))),
            ["IK3003"] = (
                new(
                    "Another person becomes Communications Lead.",
                    [Ack(Alice), Ack(Carol), Command(Alice)],
                    Assign(IncidentRole.CommunicationsLead, Carol)),
                new(
                    "The Communications Lead becomes commander.",
                    [Ack(Alice), Assign(IncidentRole.CommunicationsLead, Carol)],
                    Command(Carol))),
            ["IK3004"] = (
                new(
                    "The Communications Lead steps back.",
                    [Ack(Alice), Command(Alice), Assign(IncidentRole.CommunicationsLead, Carol)],
                    new GiveUpRole { By = Carol, Role = IncidentRole.CommunicationsLead }),
                new(
                    "The commander steps back without a successor.",
                    [Ack(Alice), Command(Alice)],
                    new GiveUpRole { By = Alice, Role = IncidentRole.IncidentCommander })),
            ["IK3005"] = (
                new(
                    "The Technical Lead steps back.",
                    [Ack(Alice), Command(Alice), Assign(IncidentRole.TechnicalLead, Bob)],
                    new GiveUpRole { By = Bob, Role = IncidentRole.TechnicalLead }),
                new(
                    "Somebody else gives the role up.",
                    [Ack(Alice), Command(Alice), Assign(IncidentRole.TechnicalLead, Bob)],
                    new GiveUpRole { By = Carol, Role = IncidentRole.TechnicalLead })),
            ["IK3006"] = (
                new("Command goes over with a note.", [Ack(Alice), Command(Alice)], HandOver("Rollback is running; next update at 15:00.")),
                new("Command goes over without a word.", [Ack(Alice), Command(Alice)], HandOver(null))),
            ["IK4001"] = (
                new("The Technical Lead does what the commander decided.", Staffed(), Begin(Bob) with { DecidedBy = Alice }),
                new("The Technical Lead decides alone.", Staffed(), Begin(Bob))),
            ["IK4002"] = (
                new("The commander calls it mitigated.", [.. Staffed(), Begin()], Mitigated()),
                new("The Technical Lead calls it mitigated.", [.. Staffed(), Begin()], Mitigated(Bob))),
            ["IK4003"] = (
                new("The commander calls it resolved.", [.. Staffed(), Begin(), Mitigated()], Resolve()),
                new("The Technical Lead calls it resolved.", [.. Staffed(), Begin(), Mitigated()], Resolve(Bob))),
            ["IK4004"] = (
                new("The Communications Lead posts.", Staffed(), Update(Carol)),
                new("The Technical Lead posts.", Staffed(), Update(Bob))),
            ["IK4005"] = (
                new("The commander lowers the level.", Staffed(), Lower(3)),
                new("The Technical Lead lowers the level.", Staffed(), Lower(3, Bob))),
            ["IK4006"] = (
                new("The commander waives an obligation.", Staffed(), Waive(Alice)),
                new("The Technical Lead waives an obligation.", Staffed(), Waive(Bob))),
        };

    private static HandOffRole HandOver(string? note) => new() { By = Alice, Role = IncidentRole.IncidentCommander, To = Bob, Note = note };

    private static WaiveObligation Waive(Responder by) =>
        new() { By = by, Obligation = ObligationNames.PublicUpdate, Reason = "the page is down" };
}
