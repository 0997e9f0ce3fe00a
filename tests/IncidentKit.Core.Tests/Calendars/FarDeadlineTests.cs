using System.Diagnostics;

namespace IncidentKit.Tests.Calendars;

/// <summary>Deadlines that lie far off, against a walker that looks at every day.</summary>
[Process("P02")]
public sealed class FarDeadlineTests
{
    private static readonly BusinessHours Minute = new(new(9, 0), new(9, 1));

    private static readonly DateTimeOffset[] Starts =
        [new(1999, 12, 31, 23, 30, 0, TimeSpan.Zero), new(2025, 3, 28, 8, 0, 30, TimeSpan.Zero)];

    public static TheoryData<string> Zones => ["Etc/UTC", "Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Pacific/Apia"];

    [Theory]
    [MemberData(nameof(Zones))]
    public void Add_OverManyYears_EqualsADayWalker(string zone)
    {
        foreach (var calendar in Calendars(zone))
        {
            foreach (var from in Starts)
            {
                foreach (var minutes in new[] { 1, 7, 500, 2399, 2400, 2401, 10_000 })
                {
                    var amount = TimeSpan.FromMinutes(minutes);
                    Assert.Equal(Walk(calendar, from, amount), calendar.Add(from, amount));
                }

                foreach (var count in new[] { 1, 2, 5, 6, 100, 3000 })
                    Assert.Equal(Walk(calendar, from, count), calendar.EndOfBusinessDayAfter(from, count));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Add_FourHundredHoursOfOneMinuteAWeek_TakesNoTime(string zone)
    {
        var calendar = Week(zone, new() { [DayOfWeek.Monday] = Minute });
        var watch = Stopwatch.StartNew();

        for (var i = 0; i < 20; i++)
            Assert.Equal(2485, calendar.Add(new(2025, 11, 18, 9, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(400)).Year);

        // Day by day it took some seconds.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }

    [Fact]
    public void Add_BeyondTheEndOfTime_IsTheLastInstant()
    {
        var calendar = Week("Europe/Berlin", new() { [DayOfWeek.Monday] = Minute });

        Assert.Equal(DateTimeOffset.MaxValue, calendar.Add(new(2025, 11, 18, 9, 0, 0, TimeSpan.Zero), TimeSpan.MaxValue));
        Assert.Equal(DateTimeOffset.MaxValue, calendar.EndOfBusinessDayAfter(DateTimeOffset.UnixEpoch, int.MaxValue));
    }

    private static IEnumerable<BusinessCalendar> Calendars(string zone)
    {
        yield return Week(zone, new() { [DayOfWeek.Monday] = Minute });
        yield return Week(zone, new() { [DayOfWeek.Sunday] = new(new(1, 30), new(3, 30)), [DayOfWeek.Friday] = default });
        yield return Week(zone, Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => default(BusinessHours)));
        yield return new(
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            BusinessCalendar.Default.Hours,
            [.. Enumerable.Range(2000, 40).SelectMany(year => new DateOnly[] { new(year, 1, 1), new(year, 12, 25), new(year, 12, 26) })]);
    }

    private static BusinessCalendar Week(string zone, Dictionary<DayOfWeek, BusinessHours> hours) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(zone), hours);

    private static DateTimeOffset Walk(BusinessCalendar calendar, DateTimeOffset from, TimeSpan amount)
    {
        for (var day = calendar.DateAt(from); ; day = day.AddDays(1))
        {
            if (calendar.HoursOf(day) is not { } hours || hours.End <= from)
                continue;
            var start = hours.Start > from ? hours.Start : from;
            if (hours.End - start >= amount)
                return start + amount;
            amount -= hours.End - start;
        }
    }

    private static DateTimeOffset Walk(BusinessCalendar calendar, DateTimeOffset from, int count)
    {
        for (var day = calendar.DateAt(from).AddDays(1); ; day = day.AddDays(1))
        {
            if (calendar.HoursOf(day) is { } hours && --count == 0)
                return hours.End;
        }
    }
}
