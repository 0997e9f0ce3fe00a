namespace IncidentKit.Rotation.Tests.Diff;

/// <summary>Differences as people read them, and their bounds.</summary>
[Process("P45")]
public sealed class DiffTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);

    private static readonly OnCallSchedule Weekly =
        OnCallSchedule.Weekly("w", "UTC", DayOfWeek.Monday, default, new DateOnly(2025, 10, 13), [Alice, Bob]);

    [Fact]
    public void Between_OneOverride_IsItsTime()
    {
        var time = new Interval(Monday.AddDays(6), Monday.AddDays(8));
        var after = new OnCallSchedule(
            Weekly.Definition.With(Weekly.Layers, [new ReplaceOverride { Time = time, Person = Alice, By = Bob }]));
        var change = Assert.Single(ScheduleDiff.Between(Weekly, after, Monday, Monday.AddDays(30)));

        Assert.Equal("2025-10-19T00:00:00Z/2025-10-20T00:00:00Z: alice → bob", change.ToString());
        Assert.Equal(("alice", "bob"), (change.Leaving.ToString(), change.Joining.ToString()));
    }

    [Fact]
    public void Between_EndlessRange_IsLazy()
    {
        var other = OnCallSchedule.Weekly("w", "UTC", DayOfWeek.Monday, default, new DateOnly(2025, 10, 20), [Alice, Bob]);

        Assert.Equal(3, ScheduleDiff.Between(Weekly, other, Monday, DateTimeOffset.MaxValue).Take(3).Count());
        Assert.Equal(
            DateTimeOffset.MaxValue,
            ScheduleDiff.Between(Weekly, other, DateTimeOffset.MaxValue.AddDays(-30), DateTimeOffset.MaxValue).Last().Time.End);
    }

    [Fact]
    public void Between_InvertedRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ScheduleDiff.Between(Weekly, Weekly, Monday, Monday.AddTicks(-1)));
        Assert.Empty(ScheduleDiff.Between(
            Weekly,
            OnCallSchedule.Weekly("w", "UTC", DayOfWeek.Monday, default, new DateOnly(2025, 10, 20), [Alice, Bob]),
            Monday,
            Monday));
    }
}
