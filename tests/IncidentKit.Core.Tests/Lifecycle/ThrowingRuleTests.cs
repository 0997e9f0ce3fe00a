using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>A rule of a host that throws never takes the decision down with it: it counts as broken.</summary>
[Process("P61")]
public sealed class ThrowingRuleTests
{
    [Fact]
    public void Decide_EnforcedRuleThrows_RefusesWithTheExceptionKept()
    {
        var decision = Tried(RuleEnforcement.Enforce);

        var violation = Assert.Single(decision.Violations);
        Assert.Equal(
            ("ACME-1", "The rule could not be checked: InvalidOperationException: no directory"),
            (violation.Rule, violation.Message));
        Assert.IsType<InvalidOperationException>(violation.Exception);
        Assert.Empty(decision.Events);
        Assert.Equal(decision.Violations, Tried(RuleEnforcement.Enforce).Violations);
    }

    [Fact]
    public void Decide_WarningRuleThrows_AcceptsWithADeviation()
    {
        var decision = Tried(RuleEnforcement.Warn);

        Assert.True(decision.IsAccepted);
        Assert.Equal(
            ("ACME-1", "The rule could not be checked: InvalidOperationException: no directory"),
            decision.Deviations.Select(d => (d.Rule, d.Message)).Single());
    }

    [Fact]
    public void Decide_RuleThatIsOffThrows_IsNotAsked() => Assert.Empty(Tried(RuleEnforcement.Off).Deviations);

    private static Decision Tried(RuleEnforcement enforcement)
    {
        var lifecycle = new IncidentLifecycle(new IncidentPolicy
        {
            Name = "acme",
            Rules =
            [
                .. BuiltInRules.All,
                HostRules.Make("ACME-1", [typeof(Retitle)], _ => throw new InvalidOperationException("no directory"), enforcement),
            ],
        });
        var incident = lifecycle.Declare(
            Id,
            new DeclareIncident { By = Alice, Title = "Checkout fails", Service = "checkout" },
            Start).Incident!;
        return lifecycle.Decide(incident, new Retitle { By = Alice, Title = "Payments fail" }, Start);
    }
}
