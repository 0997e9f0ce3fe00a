using System.Collections.Frozen;

namespace IncidentKit;

/// <summary>A team's business hours: a time zone, hours per weekday, and holidays.</summary>
/// <remarks>
/// Business time is real time: an hour that the clocks show twice counts twice, one they skip not at all.
/// Immutable and thread-safe.
/// </remarks>
public sealed class BusinessCalendar
{
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    private readonly FrozenDictionary<DayOfWeek, BusinessHours> _hours;
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly DateOnly[] _holidaysInOrder;
    private readonly TimeSpan _week;

    /// <summary>Creates a calendar.</summary>
    /// <param name="zone">The time zone whose clocks the hours mean.</param>
    /// <param name="hours">The hours of each working weekday; a weekday that is absent is not worked.</param>
    /// <param name="holidays">Dates on which nobody works.</param>
    /// <exception cref="ArgumentException"><paramref name="hours"/> holds no day.</exception>
    public BusinessCalendar(TimeZoneInfo zone, IReadOnlyDictionary<DayOfWeek, BusinessHours> hours, IEnumerable<DateOnly>? holidays = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(hours);
        if (hours.Count == 0)
            throw new ArgumentException("A calendar needs at least one working weekday.", nameof(hours));
        Zone = zone;
        _hours = hours.ToFrozenDictionary();
        _holidays = (holidays ?? []).ToFrozenSet();
        _holidaysInOrder = [.. _holidays.Order()];
        _week = _hours.Values.Aggregate(TimeSpan.Zero, (sum, day) =>
            sum + (day.Closes == TimeOnly.MinValue ? TimeSpan.FromDays(1) - day.Opens.ToTimeSpan() : day.Closes - day.Opens));
    }

    /// <summary>Monday to Friday, 09:00 to 17:00 UTC, no holidays.</summary>
    public static BusinessCalendar Default { get; } = new(TimeZoneInfo.Utc, WorkingWeek(new TimeOnly(9, 0), new TimeOnly(17, 0)));

    /// <summary>The time zone whose clocks the hours mean.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The hours of each working weekday.</summary>
    public IReadOnlyDictionary<DayOfWeek, BusinessHours> Hours => _hours;

    /// <summary>Dates on which nobody works.</summary>
    public IReadOnlySet<DateOnly> Holidays => _holidays;

    /// <summary>The same hours on Monday to Friday.</summary>
    public static IReadOnlyDictionary<DayOfWeek, BusinessHours> WorkingWeek(TimeOnly opens, TimeOnly closes) =>
        Enumerable.Range((int)DayOfWeek.Monday, 5).ToDictionary(day => (DayOfWeek)day, _ => new BusinessHours(opens, closes));

    /// <summary>The local date at <paramref name="instant"/>.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(LocalTime.FromInstant(Zone, instant));

    /// <summary>Whether anybody works on <paramref name="date"/>.</summary>
    public bool IsBusinessDay(DateOnly date) => _hours.ContainsKey(date.DayOfWeek) && !_holidays.Contains(date);

    /// <summary>Whether <paramref name="instant"/> lies within business hours.</summary>
    public bool IsOpen(DateTimeOffset instant) => HoursOf(DateAt(instant)) is { } hours && hours.Contains(instant);

    /// <summary>The working hours of <paramref name="date"/> as instants, or null where nobody works.</summary>
    public Interval? HoursOf(DateOnly date)
    {
        if (_holidays.Contains(date) || !_hours.TryGetValue(date.DayOfWeek, out var hours))
            return null;
        var start = LocalTime.ToInstant(Zone, date.ToDateTime(hours.Opens), RepeatedTime.First);
        var closing = hours.Closes != TimeOnly.MinValue ? date.ToDateTime(hours.Closes)
            : date == DateOnly.MaxValue ? DateTime.MaxValue
            : date.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var end = LocalTime.ToInstant(Zone, closing, hours.Closes == TimeOnly.MinValue ? RepeatedTime.First : RepeatedTime.Last);
        return end > start ? new Interval(start, end) : null;
    }

    /// <summary>
    /// The first instant by which <paramref name="amount"/> of business time has passed since <paramref name="from"/>; the last
    /// instant of all where year 9999 ends before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, TimeSpan.Zero);
        if (amount == TimeSpan.Zero)
            return from.ToUniversalTime();
        for (DateOnly? date = DateAt(from); date is { } day; date = Next(day))
        {
            if (HoursOf(day) is not { } hours || hours.End <= from)
                continue;
            var start = hours.Start > from ? hours.Start : from.ToUniversalTime();
            if (hours.End - start >= amount)
                return start.Plus(amount);
            amount -= hours.End - start;
            var weeks = LikeWeeksAfter(day, (amount.Ticks - 1) / _week.Ticks);
            amount -= weeks * _week;
            day = day.AddDays(weeks * 7);
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>
    /// The end of the <paramref name="count"/>th business day after the local day of <paramref name="instant"/>; the last instant
    /// of all where year 9999 ends before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public DateTimeOffset EndOfBusinessDayAfter(DateTimeOffset instant, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (var date = Next(DateAt(instant)); date is { } day; date = Next(day))
        {
            if (HoursOf(day) is not { } hours)
                continue;
            if (--count == 0)
                return hours.End;
            var weeks = LikeWeeksAfter(day, (count - 1) / _hours.Count);
            count -= weeks * _hours.Count;
            day = day.AddDays(weeks * 7);
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>The instant itself if it falls on a business day, else the end of the next business day.</summary>
    public DateTimeOffset MoveToBusinessDay(DateTimeOffset instant) =>
        IsBusinessDay(DateAt(instant)) ? instant.ToUniversalTime() : EndOfBusinessDayAfter(instant, 1);

    // How many whole weeks after a day, up to some number, have no holiday and no change of the clocks: each has the hours of any other.
    private int LikeWeeksAfter(DateOnly day, long most)
    {
        var last = Math.Min(day.DayNumber + (Math.Min(most, LastDay) * 7), LastDay);
        if (last - day.DayNumber < 7)
            return 0;
        var at = Array.BinarySearch(_holidaysInOrder, day);
        at = at < 0 ? ~at : at + 1;
        if (at < _holidaysInOrder.Length)
            last = Math.Min(last, _holidaysInOrder[at].DayNumber - 1);
        // A day on each side sees a change at midnight, in any zone.
        var (from, to) = (day.ToDateTime(default).Ticks, (last + 1) * TimeSpan.TicksPerDay);
        foreach (var change in ZoneClock.Of(Zone).Changes(from, Math.Min(to + TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks)).Take(1))
            last = Math.Min(last, (change / TimeSpan.TicksPerDay) - 2);
        return (int)Math.Max(0, (last - day.DayNumber) / 7);
    }

    private static DateOnly? Next(DateOnly date) => date == DateOnly.MaxValue ? null : date.AddDays(1);
}
