using FsCheck.Xunit;

namespace IncidentKit.Rotation.Tests.DependencyInjection;

/// <summary>When a person's on-call shift ends, over all schedules of a service.</summary>
[Process("P12")]
[Properties(MaxTest = 200, EndSize = int.MaxValue)]
public sealed class ShiftEndTests
{
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 12, 0, 0, TimeSpan.Zero);
    private static readonly Responder Alice = new("alice");
    private static readonly Responder Bob = new("bob");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ShiftEndAsync_WeeklyTurns_IsTheNextHandoffOfThePerson()
    {
        var directory = new ScheduleDirectory(Weekly("payments", DayOfWeek.Monday, Alice, Bob));
        var handoff = new DateTimeOffset(2025, 10, 20, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(handoff, await directory.ShiftEndAsync("Payments", Alice, Monday, handoff, Cancel));
        Assert.Null(await directory.ShiftEndAsync("payments", Alice, Monday, handoff.AddTicks(-1), Cancel));
        Assert.Null(await directory.ShiftEndAsync("payments", Alice, handoff, handoff.AddDays(7), Cancel));
        Assert.Equal(handoff.AddDays(7), await directory.ShiftEndAsync("payments", Bob, Monday, handoff.AddDays(7), Cancel));
    }

    [Fact]
    public async Task ShiftEndAsync_AnotherScheduleGoesOn_IsWhereThatOneEnds()
    {
        var directory = new ScheduleDirectory(
            Weekly("payments", DayOfWeek.Monday, Alice, Bob),
            Weekly("Payments", DayOfWeek.Wednesday, Alice, Bob));

        Assert.Equal(
            new DateTimeOffset(2025, 10, 22, 0, 0, 0, TimeSpan.Zero),
            await directory.ShiftEndAsync("payments", Alice, Monday.AddDays(3), Monday.AddDays(20), Cancel));
    }

    [Fact]
    public async Task ShiftEndAsync_NobodyUnknownOrNoTime_IsNull()
    {
        var directory = new ScheduleDirectory(Weekly("payments", DayOfWeek.Monday, Alice));

        Assert.Null(await directory.ShiftEndAsync("payments", Alice, Monday, Monday.AddYears(1), Cancel));
        Assert.Null(await directory.ShiftEndAsync("payments", Bob, Monday, Monday.AddYears(1), Cancel));
        Assert.Null(await directory.ShiftEndAsync("refunds", Alice, Monday, Monday.AddYears(1), Cancel));
        Assert.Null(await directory.ShiftEndAsync("payments", Alice, Monday, Monday, Cancel));
        Assert.Null(await directory.ShiftEndAsync("payments", Alice, Monday, DateTimeOffset.MinValue, Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await directory.ShiftEndAsync("payments", Alice, Monday, Monday.AddDays(1), new CancellationToken(true)));
    }

    [Property]
    public async Task ShiftEndAsync_AnySchedules_IsTheFirstInstantAtWhichThePersonIsOnCallNoMore(int first, int second)
    {
        RandomScheduleOf(first, out var range, out var one);
        RandomScheduleOf(second, out _, out var two);
        var directory = new ScheduleDirectory(one, two);
        foreach (var person in "abcdef".Select(letter => new Responder(letter.ToString())))
        {
            bool IsOnCall(DateTimeOffset at) => one.OnCallAt(at).Contains(person) || two.OnCallAt(at).Contains(person);
            var edges = new[] { one, two }
                .SelectMany(s => s.ClippedShifts(range.Start, range.End))
                .SelectMany(s => new[] { s.Start!.Value, s.End!.Value })
                .Append(range.End)
                .Distinct()
                .Order();
            DateTimeOffset? expected = edges.Where(at => at > range.Start && IsOnCall(at.AddTicks(-1)) && !IsOnCall(at))
                .Cast<DateTimeOffset?>()
                .FirstOrDefault();

            Assert.Equal(expected, await directory.ShiftEndAsync("random", person, range.Start, range.End, Cancel));
        }
    }

    private static void RandomScheduleOf(int seed, out Interval range, out OnCallSchedule schedule)
    {
        var random = new Laws.RandomSchedule(seed);
        (range, schedule) = (new Interval(random.From, random.To), new OnCallSchedule(random.Definition));
    }

    private static OnCallSchedule Weekly(string name, DayOfWeek handoff, params Responder[] people) =>
        OnCallSchedule.Weekly(name, "UTC", handoff, default, new DateOnly(2025, 10, 13), people);
}
