using NodaTime;

namespace IncidentKit.Tests.Calendars;

/// <summary>Business hours against a walker that looks at every minute, with NodaTime's clocks.</summary>
[Process("P02")]
public sealed class BusinessCalendarTests
{
    private const int Minutes = 3 * 366 * 1440;
    private static readonly TimeOnly Midnight = TimeOnly.MinValue;

    public static TheoryData<string, int> Zones => [.. LawsAttribute.Share<(string, int)>(
    [
        ("Etc/UTC", 2022), ("Europe/Berlin", 2022), ("Europe/Dublin", 2022),
        ("America/New_York", 2022), ("America/Havana", 2022), ("America/Santiago", 2022),
        ("Australia/Lord_Howe", 2022), ("Pacific/Apia", 2010), ("Asia/Kolkata", 2022),
        ("Asia/Kathmandu", 2022), ("Africa/Casablanca", 2022), ("America/St_Johns", 2022),
    ])];

    [Theory]
    [MemberData(nameof(Zones))]
    public void Add_OverThreeYears_EqualsAMinuteWalker(string zone, int year) => Check(zone, year, (calendar, walker, start) =>
    {
        foreach (var amount in new[] { 1, 15, 240, 485, 1000, 2881 })
            Assert.Equal(walker.Add(start, amount), calendar.Add(walker.At(start), TimeSpan.FromMinutes(amount)));
    });

    [Theory]
    [MemberData(nameof(Zones))]
    public void EndOfBusinessDayAfter_OverThreeYears_EqualsAMinuteWalker(string zone, int year) =>
        Check(zone, year, (calendar, walker, start) =>
        {
            foreach (var count in new[] { 1, 2, 5 })
                Assert.Equal(walker.EndOfBusinessDayAfter(start, count), calendar.EndOfBusinessDayAfter(walker.At(start), count));
            Assert.Equal(walker.IsOpen(start), calendar.IsOpen(walker.At(start)));
        });

    [Fact]
    public void Add_Nothing_IsTheSameInstant()
    {
        var sunday = new DateTimeOffset(2025, 11, 16, 3, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(sunday, BusinessCalendar.Default.Add(sunday, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessCalendar.Default.Add(sunday, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessCalendar.Default.EndOfBusinessDayAfter(sunday, 0));
        Assert.Equal(DateTimeOffset.MaxValue, BusinessCalendar.Default.Add(DateTimeOffset.MaxValue.AddDays(-1), TimeSpan.FromDays(9)));
    }

    private static void Check(string id, int year, Action<BusinessCalendar, Walker, int> assert)
    {
        // Weekdays and office hours; every day around the clock; evenings that end at midnight; nights that hold every jump.
        BusinessHours[] hours = [new(new(9, 0), new(17, 0)), default, new(new(18, 30), Midnight), new(Midnight, new(6, 0))];
        for (var i = 0; i < hours.Length; i++)
        {
            var week = Enum.GetValues<DayOfWeek>()
                .Where(day => i > 0 || day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                .ToDictionary(day => day, _ => hours[i]);
            DateOnly[] holidays =
            [
                new(year, 1, 1), new(year, 12, 26), new(year + 1, 3, 28),
                new(year + 1, 3, 29), new(year + 1, 10, 31), new(year + 2, 5, 1),
            ];
            var calendar = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById(id), week, holidays);
            var walker = new Walker(id, new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), week, [.. holidays]);
            // A step that is prime to the day visits every hour; the jumps are visited besides.
            for (var start = 0; start < Minutes - (60 * 1440); start += 39979)
                assert(calendar, walker, start);
            foreach (var jump in walker.Jumps)
            {
                for (var start = Math.Max(0, jump - 1600); start < jump + 200; start += 179)
                    assert(calendar, walker, start);
            }
        }
    }

    private sealed class Walker
    {
        private readonly DateTimeOffset _origin;
        private readonly bool[] _open = new bool[Minutes];
        private readonly int[] _day = new int[Minutes];

        public Walker(string zone, DateTimeOffset origin, Dictionary<DayOfWeek, BusinessHours> week, HashSet<DateOnly> holidays)
        {
            _origin = origin;
            foreach (var interval in DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(
                Instant.FromDateTimeOffset(origin), Instant.FromDateTimeOffset(At(Minutes))))
            {
                var from = interval.HasStart ? Math.Max(0, (int)(interval.Start.ToDateTimeOffset() - origin).TotalMinutes) : 0;
                var to = interval.HasEnd ? Math.Min(Minutes, (int)(interval.End.ToDateTimeOffset() - origin).TotalMinutes) : Minutes;
                if (from > 0 && from < Minutes - (60 * 1440))
                    Jumps.Add(from);
                for (var minute = from; minute < to; minute++)
                {
                    var local = origin.UtcDateTime.AddMinutes(minute).AddSeconds(interval.WallOffset.Seconds);
                    var date = DateOnly.FromDateTime(local);
                    var time = TimeOnly.FromDateTime(local);
                    _day[minute] = date.DayNumber;
                    _open[minute] = !holidays.Contains(date)
                        && week.TryGetValue(date.DayOfWeek, out var hours)
                        && time >= hours.Opens
                        && (hours.Closes == Midnight || time < hours.Closes);
                }
            }
        }

        public List<int> Jumps { get; } = [];

        public DateTimeOffset At(int minute) => _origin.AddMinutes(minute);

        public bool IsOpen(int minute) => _open[minute];

        public DateTimeOffset Add(int minute, int amount)
        {
            for (; amount > 0; minute++)
            {
                if (_open[minute])
                    amount--;
            }

            return At(minute);
        }

        public DateTimeOffset EndOfBusinessDayAfter(int minute, int count)
        {
            var (today, end, last) = (_day[minute], minute, 0);
            for (; ; minute++)
            {
                if (_day[minute] == today || !_open[minute])
                    continue;
                if (_day[minute] != last && --count < 0)
                    return At(end);
                (last, end) = (_day[minute], minute + 1);
            }
        }
    }
}
