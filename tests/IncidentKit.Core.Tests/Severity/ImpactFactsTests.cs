using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Severity;

[Process("P03")]
public sealed class ImpactFactsTests
{
    [Theory]
    [InlineData(0, ImpactReach.Some)]
    [InlineData(0.0999, ImpactReach.Some)]
    [InlineData(0.1, ImpactReach.Many)]
    [InlineData(0.4999, ImpactReach.Many)]
    [InlineData(0.5, ImpactReach.Most)]
    [InlineData(1, ImpactReach.Most)]
    public void ReachOf_Share_ChangesAtTheLimits(double share, ImpactReach expected) => Assert.Equal(expected, ImpactFacts.ReachOf(share));

    [Theory]
    [InlineData(-0.1, 0.1, 0.5)]
    [InlineData(1.1, 0.1, 0.5)]
    [InlineData(double.NaN, 0.1, 0.5)]
    [InlineData(0.5, -1, 0.5)]
    [InlineData(0.5, 0.6, 0.5)]
    [InlineData(0.5, 0.1, 1.5)]
    [InlineData(0.5, 0.1, double.NaN)]
    public void ReachOf_NoShare_IsRefused(double share, double manyFrom, double mostFrom) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImpactFacts.ReachOf(share, manyFrom, mostFrom));

    [Fact]
    public void ReachOf_LimitsOfTheTeamsOwn_Count() => Assert.Equal(
        [ImpactReach.Some, ImpactReach.Many, ImpactReach.Most],
        new[] { 0.1, 0.2, 0.8 }.Select(share => ImpactFacts.ReachOf(share, manyFrom: 0.2, mostFrom: 0.8)));

    [Fact]
    public void DescribeImpact_BitByBit_AddsUp_AndALaterWordReplacesAnEarlierOne()
    {
        var story = new Story(IncidentPolicy.Default);
        Assert.Equal(ImpactFacts.Unknown, story.Incident.ImpactFacts);

        story.Then(
            new DescribeImpact { By = Alice, DataLost = false, DataExposed = true, Function = ImpactFunction.Major },
            new DescribeImpact
            {
                By = Alice,
                CustomersAffected = true,
                State = ImpactState.Failing,
                Reach = ImpactReach.Most,
                Symptom = "card 4711 is refused",
            });
        var facts = new ImpactFacts
        {
            DataLost = false,
            DataExposed = true,
            CustomersAffected = true,
            Function = ImpactFunction.Major,
            State = ImpactState.Failing,
            Reach = ImpactReach.Most,
        };
        Assert.Equal(facts, story.Incident.ImpactFacts);

        story.Then(new DescribeImpact { By = Bob, DataExposed = false, Function = ImpactFunction.Critical });
        facts = facts with { DataExposed = false, Function = ImpactFunction.Critical };

        Assert.Equal(facts, story.Incident.ImpactFacts);
        Assert.Equal((true, false), (story.Incident.CustomersAffected, story.Incident.DataLost));

        story.Then(new Redact
        {
            By = Alice,
            Of = story.Incident.History.OfType<ImpactDescribed>().Single(e => e.Symptom is not null).Sequence,
            Reason = "a card number",
        });
        Assert.Equal((facts, Incident.RedactedText), (story.Incident.ImpactFacts, story.Incident.Symptom));
    }

    [Fact]
    public void Read_ImpactOfAnEarlierVersion_IsReadAsBefore()
    {
        var history = new Story(IncidentPolicy.Default)
            .Then(new DescribeImpact { By = Alice, CustomersAffected = true, DataLost = true }).Incident.History;
        var json = IncidentStream.Write([.. history]);

        Assert.DoesNotContain("dataExposed", json, StringComparison.Ordinal);
        Assert.Equal(new ImpactFacts { CustomersAffected = true, DataLost = true }, Incident.Replay(IncidentStream.Read(json)).ImpactFacts);
    }
}
