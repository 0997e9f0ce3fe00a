using static IncidentKit.ImpactFunction;
using static IncidentKit.ImpactState;

namespace IncidentKit.Tests.Severity;

/// <summary>The default table proposes what the process says, for every combination of known and unknown facts.</summary>
public sealed class SeverityClassifierTests
{
    private static readonly SeverityClassifier Classifier = SeverityClassifier.Default;

    public static TheoryData<int, string, ImpactFacts> Examples => new()
    {
        { 1, "site down", Safe(Critical, Failing, 1.0) },
        { 1, "payments broken", Safe(Critical, Failing, 0.9) },
        { 1, "data breach", new() { DataExposed = true } },
        { 2, "search down", Safe(Major, Failing, 1.0) },
        { 2, "30% of logins failing", Safe(Critical, Failing, 0.3) },
        { 2, "API errors spiking", Safe(Major, Failing, 0.2) },
        { 3, "one region slow", Safe(Critical, Degraded, 0.05) },
        { 3, "email notifications late", Safe(Minor, Degraded, 1.0) },
        { 3, "minor UI bug", Safe(Minor, Failing, 0.05) },
        { 4, "internal tool broken", Internal(Major, Failing) },
        { 4, "monitoring noise", Internal(Cosmetic, Degraded) },
        { 4, "non-critical cron job failed", Internal(Minor, Failing) },
        { 1, "payments are down", Safe(Critical, Failing, 0.5) },
        { 4, "the admin dashboard is slow", Internal(Minor, Degraded) },
    };

    [Theory]
    [Process("P03")]
    [MemberData(nameof(Examples))]
    public void Propose_ExampleOfTheProcess_GivesItsLevel(int level, string example, ImpactFacts facts)
    {
        var proposal = Classifier.Propose(facts);

        Assert.Equal((level, true), (proposal.Level, proposal.IsSettled));
        Assert.True(level != 1 || proposal.DecidedBy.Count > 0, example);
    }

    [Fact]
    [Process("P03")]
    public void Default_ExamplesOfTheLevels_AreAllAmongTheExamples() =>
        Assert.Equal(
            SeverityLevels.Default.SelectMany(level => level.Examples.Select(example => (level.Rank, example))),
            Examples.Select(row => (row.Data.Item1, row.Data.Item2)).Take(12));

    [Fact]
    [Process("P03")]
    [Process("P04")]
    public void Propose_EveryCombinationOfKnownAndUnknown_AgreesWithAllCompletions()
    {
        var all = SlowClassifier.Everything.ToList();

        Assert.Equal((1620, 192), (all.Count, SlowClassifier.Known.Count));
        Assert.All(all, facts =>
        {
            var (proposal, open) = (Classifier.Propose(facts), SlowClassifier.Open(facts));

            Assert.Equal(open, proposal.Open);
            Assert.Equal((open[0], open.Length == 1), (proposal.Level, proposal.IsSettled));
            Assert.Equal(SlowClassifier.Ask(facts), proposal.AskNext);
            Assert.Equal(proposal.AskNext is null, proposal.Question is null);
        });
    }

    [Fact]
    [Process("P03")]
    public void Propose_MoreImpact_NeverLowersTheLevel()
    {
        var levels = SlowClassifier.Known.ToDictionary(known => known, known => Classifier.Propose(known).Level);

        Assert.All(SlowClassifier.Pairs, pair => Assert.True(levels[pair.More] <= levels[pair.Less]));
    }

    [Fact]
    [Process("P04")]
    public void Propose_AskedAndAnswered_EndsAtTheLevelOfTheTruth_NeverBelowIt() => Assert.All(SlowClassifier.Known, truth =>
    {
        var (facts, asked) = (ImpactFacts.Unknown, 0);
        while (Classifier.Propose(facts) is { AskNext: { } fact } proposal)
        {
            Assert.True(proposal.Level <= SlowClassifier.Level(truth));
            facts = SlowClassifier.WithAnswer(facts, fact, truth);
            Assert.True(++asked <= 5);
        }

        Assert.Equal(SlowClassifier.Level(truth), Classifier.Propose(facts).Level);
    });

    [Fact]
    [Process("P03")]
    public void Propose_WhatDecided_IsKnownAndHoldsTheLevel() => Assert.All(SlowClassifier.Everything, facts =>
    {
        var proposal = Classifier.Propose(facts);

        Assert.Equal(proposal.Level, proposal.Row.Level);
        Assert.Empty(proposal.DecidedBy.Intersect(proposal.Assumed));
        Assert.All(
            proposal.DecidedBy,
            fact => Assert.NotEqual(SlowClassifier.Answer(facts, fact), SlowClassifier.Answer(ImpactFacts.Unknown, fact)));
        Assert.Equal(proposal.DecidedBy.Count == 0, proposal.Because.Length == 0);
        if (proposal.Row.Name != "otherwise")
            return;

        // Those facts alone rule out what is more severe, and none of them can be spared.
        var alone = Enum.GetValues<ImpactFact>().Except(proposal.DecidedBy).Aggregate(facts, SlowClassifier.Without);
        Assert.Equal(proposal.Level, SlowClassifier.Open(alone)[0]);
        Assert.All(proposal.DecidedBy, fact => Assert.True(SlowClassifier.Open(SlowClassifier.Without(alone, fact))[0] < proposal.Level));
    });

    [Fact]
    [Process("P03")]
    public void Propose_ExposedData_IsWhatDecides_HoweverBadTheRest()
    {
        var proposal = Classifier.Propose(Safe(Critical, Failing, 1.0) with { DataExposed = true });

        Assert.Equal([ImpactFact.Data], proposal.DecidedBy);
        Assert.Equal("data was exposed", proposal.Because);
        Assert.Equal("Level 1: data was lost or exposed (data was exposed).", proposal.ToString());
    }

    [Fact]
    [Process("P04")]
    public void Propose_ReachUnknown_ProposesTheWorstAndAsksForIt()
    {
        var proposal = Classifier.Propose(Safe(Critical, Failing, 0) with { Reach = null });

        Assert.Equal([1, 2], proposal.Open);
        Assert.Equal(ImpactFact.Reach, proposal.AskNext);
        Assert.Equal([ImpactFact.Function, ImpactFact.State], proposal.DecidedBy);
        Assert.Equal([ImpactFact.Reach], proposal.Assumed);
        Assert.Equal(
            "Level 1, the worst of 1 and 2: it may be that a critical function fails for most (a critical function, failing). "
                + "Ask how many are affected.",
            proposal.ToString());
    }

    [Fact]
    [Process("P04")]
    public void Propose_SeveralRowsGiveTheLevel_NamesTheOneThatAssumesLeast_ThenTheFirst()
    {
        Assert.Equal("data lost or exposed", Classifier.Propose(ImpactFacts.Unknown).Row.Name);
        Assert.Equal(
            "critical, failing for most",
            Classifier.Propose(Safe(Critical, Failing, 1.0) with { DataLost = null, DataExposed = null }).Row.Name);
        Assert.Equal("internal only", Classifier.Propose(Internal(Cosmetic, Failing) with { State = null }).Row.Name);
    }

    [Fact]
    [Process("P04")]
    public void Propose_LostKnownToBeFalse_StillAsksWhetherDataWasExposed()
    {
        var proposal = Classifier.Propose(Internal(Minor, Degraded) with { DataExposed = null });

        Assert.Equal([1, 4], proposal.Open);
        Assert.Equal(ImpactFact.Data, proposal.AskNext);
        Assert.True(Classifier.Propose(new() { DataLost = true }).IsSettled);
    }

    [Fact]
    [Process("P04")]
    public void Propose_NoQuestionNarrowsByItself_AsksOneThatMatters()
    {
        // Two of three facts decide; whether data was lost never does.
        var majority = new SeverityClassifier(
        [
            new() { Name = "customers, failing", Level = 1, Reason = "r", CustomersAffected = true, State = Failing },
            new() { Name = "customers, most", Level = 1, Reason = "r", CustomersAffected = true, Reach = [ImpactReach.Most] },
            new() { Name = "failing, most", Level = 1, Reason = "r", State = Failing, Reach = [ImpactReach.Most] },
            new() { Name = "otherwise", Level = 2, Reason = "r" },
        ]);

        Assert.Equal(ImpactFact.Customers, majority.Propose(ImpactFacts.Unknown).AskNext);
    }

    [Fact]
    [Process("P04")]
    public void Propose_StateUnknownAndOfNoAccount_SaysThatItIsOfNone()
    {
        var proposal = Classifier.Propose(Safe(Major, Failing, 0.2) with { State = null });

        Assert.Equal([2], proposal.Open);
        Assert.Equal("Level 2, however the unknown facts turn out (a major function, for many).", proposal.ToString());
    }

    [Fact]
    public void Propose_WordsThatMeanNothing_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Classifier.Propose(new() { Function = (ImpactFunction)4 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Classifier.Propose(new() { Reach = (ImpactReach)(-1) }));
    }

    [Fact]
    public void Propose_TableWithAHole_SaysWhichImpactHasNoLevel()
    {
        var holed = new SeverityClassifier([new() { Name = "internal", Level = 2, Reason = "r", CustomersAffected = false }]);

        Assert.Contains(
            "customers are affected",
            Assert.Throws<InvalidOperationException>(() => holed.Propose(ImpactFacts.Unknown)).Message,
            StringComparison.Ordinal);
    }

    private static ImpactFacts Safe(ImpactFunction function, ImpactState state, double share) =>
        new()
        {
            DataLost = false,
            DataExposed = false,
            CustomersAffected = true,
            Function = function,
            State = state,
            Reach = ImpactFacts.ReachOf(share),
        };

    private static ImpactFacts Internal(ImpactFunction function, ImpactState state) =>
        Safe(function, state, 1.0) with { CustomersAffected = false };
}
