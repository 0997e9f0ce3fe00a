using IncidentKit.Tests.Lifecycle;

namespace IncidentKit.Tests.Obligations;

/// <summary>
/// Every obligation carries an example that meets it at the last moment and one that misses it: both run with the obligation in
/// the policy and without it.
/// </summary>
[Process("P02")]
[Process("P08")]
[Process("P16")]
[Process("P21")]
[Process("P23")]
[Process("P27")]
public sealed class ObligationExamplesTests
{
    public static TheoryData<string> Names => [.. BuiltInObligations.All.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void At_PassingExample_IsMet(string name)
    {
        var rows = Run(IncidentPolicy.Default, name, ObligationExamples.Of(name).Met);

        Assert.Contains(rows, o => o.Status == ObligationStatus.Met);
        Assert.DoesNotContain(rows, o => o.Status is ObligationStatus.Missed or ObligationStatus.MetLate);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void At_PassingExampleAMomentEarlier_IsNotMetYet(string name)
    {
        var passing = ObligationExamples.Of(name).Met;
        var moment = passing.Given[^1].After - TimeSpan.FromTicks(1);

        Assert.DoesNotContain(
            Run(IncidentPolicy.Default, name, passing with { AskedAfter = moment }),
            o => o.Status != ObligationStatus.Pending);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void At_FailingExample_IsMissedFromItsDueInstantOn(string name)
    {
        var failing = ObligationExamples.Of(name).Missed;

        Assert.Equal(ObligationStatus.Missed, Assert.Single(Run(IncidentPolicy.Default, name, failing)).Status);
        Assert.Equal(
            ObligationStatus.Pending,
            Assert.Single(
                Run(IncidentPolicy.Default, name, failing with { AskedAfter = failing.AskedAfter - TimeSpan.FromTicks(1) })).Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void At_PolicyWithoutTheObligation_SaysNothingOfIt(string name)
    {
        var policy = new IncidentPolicy { Name = "p", Obligations = [.. BuiltInObligations.All.Where(o => o.Name != name)] };

        Assert.Empty(Run(policy, name, ObligationExamples.Of(name).Met));
        Assert.Empty(Run(policy, name, ObligationExamples.Of(name).Missed));
    }

    private static IReadOnlyList<Obligation> Run(IncidentPolicy policy, string name, ObligationExample example)
    {
        var lifecycle = new IncidentLifecycle(policy);
        var declared = ExampleSteps.Declared;
        var incident = lifecycle.Declare(
            Story.Id,
            new DeclareIncident { By = new SystemActor("monitor"), Title = "Checkout fails", Service = "checkout" },
            declared).Incident!;
        foreach (var (after, command) in example.Given)
        {
            var decision = lifecycle.Decide(incident, command, declared + after);
            Assert.True(decision.IsAccepted, $"{example.Story}: {command}: {decision}");
            incident = decision.Incident!;
        }

        return [.. new ObligationLedger(policy).At(incident, declared + example.AskedAfter).Where(o => o.Name == name)];
    }
}
