namespace IncidentKit.Testing.Tests;

/// <summary>The policies of the library keep every law, and no broken policy keeps them all.</summary>
public sealed class PolicyLawsTests
{
    public static TheoryData<string> Laws => [.. PolicyLaws.All.Select(law => law.Id)];

    public static TheoryData<string> Broken => [.. BrokenPolicies.All.Keys];

    [Theory]
    [MemberData(nameof(Laws))]
    public void Check_TheDefaultPolicy_KeepsTheLaw(string id) => Law(id).Check(IncidentPolicy.Default);

    [Theory]
    [MemberData(nameof(Laws))]
    public void Check_TheStrictPolicy_KeepsTheLaw(string id) =>
        Law(id).Check(IncidentPolicy.Strict, new PolicyLawOptions { ReportsMayBeRefused = true });

    [Theory]
    [MemberData(nameof(Laws))]
    public void Check_APolicyOfFivePlainLevels_KeepsTheLaw(string id) => Law(id).Check(new IncidentPolicy
    {
        Name = "acme",
        Levels = [.. Enumerable.Range(1, 5).Select(rank => new SeverityLevel
        {
            Rank = rank,
            Name = $"P{rank}",
            Title = $"Priority {rank}",
            Impact = "a part of it",
            Response = ResponseTarget.Within(TimeSpan.FromMinutes(10 * rank)),
        })],
    });

    [Fact]
    public void Check_TheStrictPolicyThatMayNotRefuseReports_SaysWhichItRefuses()
    {
        var broken = Assert.Throws<LawBrokenException>(() => Law("POLICY-09").Check(IncidentPolicy.Strict));

        Assert.StartsWith("IK", broken.Reason, StringComparison.Ordinal);
        // The story is as short as can be: the command alone is refused.
        Assert.Single(broken.Message.Split('\n'), line => line.Contains(" -> ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_ABrokenPolicy_IsCaughtByTheLawThatItBreaks(string fault)
    {
        var (law, policy) = BrokenPolicies.All[fault];

        var broken = Assert.Throws<LawBrokenException>(() => Law(law).Check(policy()));

        Assert.Equal(law, broken.Law);
        Assert.NotEmpty(broken.Reason);
    }

    [Fact]
    public void Check_ARuleWithoutExamples_KeepsTheLawOfExamples() => Law("POLICY-04").Check(new IncidentPolicy
    {
        Name = "acme",
        Rules =
        [
            .. BuiltInRules.All,
            new IncidentRule
            {
                Id = "ACME-1", Category = ViolationCategory.Gate, Summary = "The channel is open before closing.",
                Remedy = "Open the channel.",
                Default = RuleEnforcement.Warn, AppliesTo = [typeof(CloseIncident)],
                Check = c => c.Incident.Channel is null ? new RuleBreach("No channel is open.") : null,
            },
        ],
    });

    [Fact]
    public void BrokenPolicies_AreTwentyAtTheLeast() => Assert.True(BrokenPolicies.All.Count >= 20);

    [Fact]
    public void All_Ids_AreDifferent() => Assert.Equal(PolicyLaws.All.Count, PolicyLaws.All.Select(law => law.Id).Distinct().Count());

    private static PolicyLaw Law(string id) => PolicyLaws.All.Single(law => law.Id == id);
}
