using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.PostMortems;

/// <summary>What will not be done is dropped with a reason, and closing does not ask for it (P28).</summary>
[Process("P28")]
public sealed class DropActionItemTests
{
    private static readonly DropActionItem Dropped = new() { By = Bob, Number = 1, Reason = "the service is switched off" };

    [Fact]
    public void Drop_AnItem_StaysInTheRecordWithItsReason()
    {
        var incident = WithAnItem().Then(Dropped).Incident;

        var item = Assert.Single(incident.ActionItems);
        Assert.Equal((true, "the service is switched off"), (item.IsDropped, item.DroppedBecause));
        Assert.Empty(incident.Facts.ActionItemsBy(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Drop_AnItem_WasThereBefore()
    {
        var story = WithAnItem();
        var before = story.Now;

        Assert.Single(story.Then(Dropped).Incident.Facts.ActionItemsBy(before));
    }

    [Fact]
    public void Close_DroppedItemWithoutAnOwner_IsNotAskedForIt()
    {
        var story = WithAnItem();
        Assert.Contains(story.Try(new CloseIncident { By = Bob }).Violations, violation => violation.Rule == "IK5008");

        story.Then(Dropped);

        Assert.DoesNotContain(story.Try(new CloseIncident { By = Bob }).Violations, violation => violation.Rule == "IK5008");
    }

    [Fact]
    public void Amend_ADroppedItem_BringsItBack()
    {
        var incident = WithAnItem().Then(Dropped, new AmendActionItem { By = Bob, Number = 1, Owner = "bob" }).Incident;

        var item = Assert.Single(incident.Facts.ActionItemsBy(DateTimeOffset.MaxValue));
        Assert.Equal((false, "bob"), (item.IsDropped, item.Owner));
    }

    [Fact]
    public void Complete_ADroppedItem_CountsAsDone()
    {
        var incident = WithAnItem().Then(Dropped, new CompleteActionItem { By = Bob, Number = 1 }).Incident;

        Assert.True(Assert.Single(incident.Facts.ActionItemsBy(DateTimeOffset.MaxValue)).IsDone);
    }

    [Theory]
    [InlineData(2, "no longer needed", "IK1007")]
    [InlineData(1, " ", "IK1001")]
    public void Drop_WhatIsNotThereOrWithoutAReason_IsRefused(int number, string reason, string rule)
    {
        var violation = Assert.Single(WithAnItem().Try(Dropped with { Number = number, Reason = reason }).Violations);

        Assert.Equal(rule, violation.Rule);
    }

    private static Story WithAnItem() => new Story(IncidentPolicy.Default).Then(
        new Classify { By = Alice, Level = 4 },
        new DeclareMitigated { By = Alice },
        new ResolveIncident { By = Alice },
        new AddActionItem { By = Alice, Action = "write a runbook" });
}
