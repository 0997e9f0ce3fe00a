namespace IncidentKit.Tests.Lifecycle;

/// <summary>Every built-in rule has a passing and a failing example: they are run with the rule on, off and enforced.</summary>
[Process("P61")]
public sealed class RuleExamplesTests
{
    private static readonly IncidentId Id = new(new Guid("018f0000-0000-7000-8000-000000000001"));

    public static TheoryData<string> RuleIds => [.. BuiltInRules.All.Select(rule => rule.Id)];

    public static TheoryData<string> FreeRuleIds => [.. BuiltInRules.All.Where(rule => !rule.IsMandatory).Select(rule => rule.Id)];

    // Without IK1007 a command refers to what is not there, without IK1009 it says what means nothing: neither can be recorded.
    public static TheoryData<string> RemovableRuleIds =>
        [.. BuiltInRules.All.Select(rule => rule.Id).Where(id => id is not ("IK1007" or "IK1009"))];

    [Fact]
    public void All_Ids_AreUniqueAndNameTheirSubject()
    {
        Assert.Equal(BuiltInRules.All.Count, BuiltInRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(BuiltInRules.All, rule => Assert.Matches($"^IK{(int)rule.Category}[0-9]{{3}}$", rule.Id));
        Assert.All(
            BuiltInRules.All,
            rule => Assert.False(string.IsNullOrWhiteSpace(rule.Summary) || string.IsNullOrWhiteSpace(rule.Remedy)));
    }

    [Fact]
    public void All_MandatoryRules_AreThoseOfFormAndThePhaseTable() =>
        Assert.Equal(
            BuiltInRules.All.Where(rule => rule.Category == ViolationCategory.Validation || rule.Id == LifecycleRules.PhaseTableId),
            BuiltInRules.All.Where(rule => rule.IsMandatory));

    [Fact]
    public void All_BuiltInRules_HaveAPassingAndAFailingExample() =>
        Assert.Equal(BuiltInRules.All.Select(rule => rule.Id), RuleExamples.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Decide_PassingExample_IsAcceptedWithoutAWord(string id)
    {
        var decision = Run(IncidentPolicy.Default, RuleExamples.All[id].Passing);

        Assert.DoesNotContain(decision.Violations, v => v.Rule == id);
        Assert.DoesNotContain(decision.Deviations, d => d.Rule == id);
        Assert.True(decision.IsAccepted, decision.ToString());
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Decide_FailingExample_IsRefusedOrRecordedAsTheDefaultSays(string id)
    {
        var rule = Rule(id);
        var decision = Run(IncidentPolicy.Default, RuleExamples.All[id].Failing);

        var violation = decision.Violations.SingleOrDefault(v => v.Rule == id);
        var deviation = decision.Deviations.SingleOrDefault(d => d.Rule == id);
        if (rule.Default == RuleEnforcement.Enforce)
        {
            Assert.NotNull(violation);
            Assert.False(string.IsNullOrWhiteSpace(violation.Message));
            Assert.False(string.IsNullOrWhiteSpace(violation.Remedy));
            Assert.Empty(decision.Events);
        }
        else
        {
            Assert.Equal(RuleEnforcement.Warn, rule.Default);
            Assert.True(decision.IsAccepted, decision.ToString());
            Assert.NotNull(deviation);
            Assert.False(string.IsNullOrWhiteSpace(deviation.Message));
        }
    }

    [Theory]
    [MemberData(nameof(RemovableRuleIds))]
    public void Decide_FailingExampleWithTheRuleRemoved_SaysNothingOfIt(string id)
    {
        var decision = Run(HostRules.DefaultWithout(id), RuleExamples.All[id].Failing);

        Assert.DoesNotContain(decision.Violations, v => v.Rule == id);
        Assert.DoesNotContain(decision.Deviations, d => d.Rule == id);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Decide_FailingExampleWithTheRuleEnforced_IsRefusedByIt(string id)
    {
        var decision = Run(IncidentPolicy.Default.With(id, RuleEnforcement.Enforce), RuleExamples.All[id].Failing);

        Assert.True(decision.IsRefused);
        Assert.Contains(decision.Violations, v => v.Rule == id);
        Assert.Empty(decision.Events);
    }

    [Theory]
    [MemberData(nameof(FreeRuleIds))]
    public void Decide_FailingExampleWithTheRuleOff_SaysNothingOfIt(string id)
    {
        var decision = Run(IncidentPolicy.Default.With(id, RuleEnforcement.Off), RuleExamples.All[id].Failing);

        Assert.DoesNotContain(decision.Violations, v => v.Rule == id);
        Assert.DoesNotContain(decision.Deviations, d => d.Rule == id);
    }

    [Theory]
    [MemberData(nameof(FreeRuleIds))]
    public void Decide_FailingExampleWithTheRuleWarning_IsRecordedAsDeviation(string id)
    {
        var decision = Run(IncidentPolicy.Default.With(id, RuleEnforcement.Warn), RuleExamples.All[id].Failing);

        Assert.True(decision.IsAccepted, decision.ToString());
        Assert.Single(decision.Deviations, d => d.Rule == id);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Decide_PassingExampleWithTheRuleEnforced_IsAccepted(string id) =>
        Assert.True(Run(IncidentPolicy.Default.With(id, RuleEnforcement.Enforce), RuleExamples.All[id].Passing).IsAccepted);

    [Fact]
    public void Declare_SeveralTextsAndTimesWrong_NamesAllOfThem()
    {
        var now = ExampleSteps.Declared;
        var late = When.At(now.AddHours(1));
        var decision = new IncidentLifecycle(IncidentPolicy.Default).Declare(
            Id,
            new DeclareIncident
            {
                By = new SystemActor("monitor"),
                Title = " ",
                Service = "",
                Labels = [new string('x', 201), "two\nlines"],
                Detected = late,
                Started = late,
                Level = 9,
            },
            now);

        Assert.Equal(["IK1001", "IK1002", "IK1003", "IK1004", "IK1005"], decision.Violations.Select(v => v.Rule));
        Assert.Equal("Title is empty. Service is empty.", decision.Violations[0].Message);
        Assert.Contains("Detected", decision.Violations[3].Message, StringComparison.Ordinal);
        Assert.Contains("Started", decision.Violations[3].Message, StringComparison.Ordinal);
    }

    private static IncidentRule Rule(string id) => BuiltInRules.All.Single(rule => rule.Id == id);

    // What is given stands under the default policy; only the last command meets the policy under test.
    private static Decision Run(IncidentPolicy policy, RuleExample example)
    {
        var before = new IncidentLifecycle(IncidentPolicy.Default);
        var now = ExampleSteps.Declared;
        var declared = before.Declare(
            Id,
            new DeclareIncident { By = new SystemActor("monitor"), Title = "Checkout fails", Service = "checkout" },
            now);
        Assert.True(declared.IsAccepted);
        var incident = declared.Incident!;
        foreach (var given in example.Given)
        {
            now = now.AddMinutes(1);
            var step = before.Decide(incident, given, now);
            Assert.True(step.IsAccepted, $"{example.Story}: {given}: {step}");
            incident = step.Incident!;
        }

        now = now.AddMinutes(1);
        // An example may tell of a time days ahead; then that time has come.
        if (example.Command is GateCommand { When.Instant: { } told } && told > now)
            now = told;
        return IncidentLifecycle.Unchecked(policy).Decide(incident, example.Command, now);
    }
}
