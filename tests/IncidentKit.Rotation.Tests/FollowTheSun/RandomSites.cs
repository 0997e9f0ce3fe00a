using IncidentKit.Rotation.Tests.Laws;

namespace IncidentKit.Rotation.Tests.Sites;

/// <summary>
/// Sites at random in zones whose clocks do odd things, around the days on which they do. Everything falls on whole minutes.
/// </summary>
internal sealed class RandomSites
{
    private static readonly string[] Zones =
    [
        "America/Havana", "America/Santiago", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca",
        "Antarctica/Troll", "Europe/Dublin", "America/Chicago", "America/St_Johns", "Asia/Kolkata", "UTC",
    ];

    private readonly Random _random;
    private readonly bool _isGenerous;

    /// <summary>Generous sites work long hours on every day, so that many of them cover the day.</summary>
    public RandomSites(int seed, bool isGenerous)
    {
        (_random, _isGenerous) = (new Random(seed), isGenerous);
        Year = Any(2010, 2011, 2024, 2025);
        var zones = Enumerable.Range(0, _random.Next(isGenerous ? 2 : 1, 5)).Select(_ => Any(Zones)).ToList();
        var changes = zones.SelectMany(z => SlowZone.Of(TimeZoneInfo.FindSystemTimeZoneById(z), Year).Changes)
            .Where(c => Math.Abs(new DateTime(c).Year - Year) <= 1)
            .ToList();
        var middle = DateOnly.FromDateTime(changes.Count > 0 ? new DateTime(Any([.. changes])) : new DateTime(Year, 7, 1));
        (From, To) = (middle.AddDays(-_random.Next(0, 4)), middle.AddDays(_random.Next(1, 5)));
        Sites = [.. zones.Select((zone, i) => SiteIn(zone, $"site {i}"))];
    }

    public int Year { get; }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public IReadOnlyList<Site> Sites { get; }

    private Site SiteIn(string zone, string name)
    {
        var people = Many(0, 2, i => new Responder($"{name} {i}"));
        var duty = Often(2) ? Many(1, 2, _ => Window()) : [];
        return new Site
        {
            Name = name,
            TimeZone = zone,
            WorkingHours = Many(1, _isGenerous ? 2 : 3, _ => Window()),
            Duty = duty,
            DutyTimeZone = duty.Count == 0 ? null : Any(null, "UTC", Any(Zones)),
            People = people,
            TimeOff = [.. people.Where(_ => Often(4)).Select(p => new TimeOff { Person = p, Time = Stretch() })],
            Holidays = Often(_isGenerous ? 10 : 3) ? [From.AddDays(_random.Next(4))] : [],
        };
    }

    private DutyWindow Window()
    {
        var from = new TimeOnly(Often(2) ? _random.Next(4) : _random.Next(24), Any(0, 0, 0, 15, 30, 59));
        var minutes = _isGenerous ? Any(600, 720, 705, 1440) : Often(8) ? 1440 : _random.Next(1, 721);
        return new DutyWindow
        {
            From = from,
            To = from.AddMinutes(minutes),
            Days = Often(_isGenerous ? 8 : 3) ? Many(1, 6, _ => (DayOfWeek)_random.Next(7)) : [],
            MonthDays = !_isGenerous && Often(6) ? Many(1, 12, _ => Any(-1, 1) * _random.Next(1, 32)) : [],
            Holidays = Often(4) ? Any(HolidayRule.Except, HolidayRule.Only) : HolidayRule.Ignored,
        };
    }

    private Interval Stretch()
    {
        var start = new DateTimeOffset(From.ToDateTime(default), TimeSpan.Zero).AddMinutes(_random.Next(-1000, 6000));
        return new Interval(start, start.AddMinutes(_random.Next(0, 3000)));
    }

    private bool Often(int oneIn) => _random.Next(oneIn) == 0;

    private T Any<T>(params T[] values) => values[_random.Next(values.Length)];

    private List<T> Many<T>(int least, int most, Func<int, T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(make)];
}
