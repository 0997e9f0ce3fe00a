using System.Diagnostics;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Planning;

/// <summary>Many demands of one kind are met one by one, however many there are; nothing is waived that can be done.</summary>
[Process("P28")]
public sealed class ManyDemandsTests
{
    // About 100 ms on a quiet machine; others may use it too.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly CloseIncident Close = new() { By = Alice };

    [Theory]
    [InlineData(20, false)]
    [InlineData(20, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public void WayTo_ManyActionItems_AmendsEach(int items, bool strict)
    {
        var policy = strict ? IncidentPolicy.Strict : IncidentPolicy.Default;
        var story = Owing(policy, items);

        var way = new IncidentLifecycle(policy).WayTo(story.Incident, Close, story.Now);

        Assert.Equal(WayKind.Steps, way.Kind);
        Assert.Equal(
            Enumerable.Range(1, items),
            way.Steps.OfType<CommandStep>().Select(step => step.Example).OfType<AmendActionItem>().Select(given => given.Number));
        Assert.DoesNotContain(way.Steps.OfType<CommandStep>(), step => step.Example is WaiveDemand or EndWatch);
        Assert.True(
            WayFollower.Follow(story.Lifecycle, story.Incident, Close, story.Now, way, WayFollower.Filled(way, new Random(1))).IsAccepted);
    }

    [Fact]
    public void WayTo_FourHundredActionItems_IsQuick()
    {
        var story = Owing(IncidentPolicy.Strict, 400);
        var (watch, quickest) = (new Stopwatch(), TimeSpan.MaxValue);
        for (var i = 0; i < 10 && quickest > Limit; i++)
        {
            watch.Restart();
            story.Lifecycle.WayTo(story.Incident, Close, story.Now);
            quickest = watch.Elapsed < quickest ? watch.Elapsed : quickest;
        }

        Assert.True(quickest < Limit, $"{quickest.TotalMilliseconds:0} ms");
    }

    [Fact]
    public void WayTo_MoreActsThanTheLimit_WaivesNothing()
    {
        var story = Owing(IncidentPolicy.Default, 20);

        var way = story.Lifecycle.WayTo(story.Incident, Close, story.Now, new WayOptions { MaxSteps = 5 });

        Assert.Equal(WayKind.Unknown, way.Kind);
    }

    private static Story Owing(IncidentPolicy policy, int items)
    {
        var story = new Story(policy).Then(
            new Classify { By = Alice, Level = 4 }, new DeclareMitigated { By = Alice }, new ResolveIncident { By = Alice });
        for (var i = 0; i < items; i++)
            story.Then(new AddActionItem { By = Alice, Action = $"Do {i}" });
        return story;
    }
}
