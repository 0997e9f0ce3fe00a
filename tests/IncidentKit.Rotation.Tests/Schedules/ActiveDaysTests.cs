using System.Collections.Frozen;
using FsCheck.Xunit;

namespace IncidentKit.Rotation.Tests.Schedules;

/// <summary>Counting by tables equals counting day by day.</summary>
[Process("P45")]
public sealed class ActiveDaysTests
{
    [Property(MaxTest = 60, EndSize = int.MaxValue)]
    public void CountBefore_AnyWindows_EqualsCountingDayByDay(int seed)
    {
        var random = new Random(seed);
        var start = random.Next(DateOnly.MaxValue.DayNumber - 3000);
        var holidays = Enumerable.Range(0, random.Next(40)).Select(_ => DateOnly.FromDayNumber(start + random.Next(3000))).ToFrozenSet();
        var windows = Enumerable.Range(0, random.Next(1, 3)).Select(_ => new DutyWindow
        {
            From = default,
            To = default,
            Days = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (DayOfWeek)random.Next(7))],
            MonthDays = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(1, 32) * (random.Next(2) == 0 ? -1 : 1))],
            Holidays = (HolidayRule)random.Next(3),
        }).ToList();
        var days = new ActiveDays(windows, holidays);
        var count = days.CountBefore(start);
        for (var day = start; day < start + 3000; day++)
        {
            var isActive = windows.Any(w => w.StartsOn(DateOnly.FromDayNumber(day), holidays.Contains(DateOnly.FromDayNumber(day))));
            Assert.Equal(isActive, days.IsActive(DateOnly.FromDayNumber(day)));
            Assert.Equal(count, days.CountBefore(day));
            if (isActive)
                Assert.Equal(day, days.DayAfter(count++));
        }
    }

    [Fact]
    public void DayAfter_BeyondTheCalendar_IsNull()
    {
        var everyDay = new ActiveDays([new DutyWindow { From = default, To = default }], FrozenSet<DateOnly>.Empty);

        Assert.Equal(DateOnly.MaxValue.DayNumber, everyDay.DayAfter(DateOnly.MaxValue.DayNumber));
        Assert.Null(everyDay.DayAfter(DateOnly.MaxValue.DayNumber + 1L));
        Assert.Null(everyDay.DayAfter(-1));
        Assert.Equal(DateOnly.MaxValue.DayNumber + 1L, everyDay.CountBefore(DateOnly.MaxValue.DayNumber + 1));
    }
}
