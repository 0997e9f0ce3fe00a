namespace IncidentKit.Rotation;

/// <summary>A place whose people share the on-call day with other places (P46).</summary>
/// <remarks>Checked by <see cref="FollowTheSun"/>. Immutable and thread-safe.</remarks>
public sealed class Site
{
    /// <summary>What the site is called; unlike any other site.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA id of its time zone, such as <c>Asia/Kolkata</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When its people work, local time. A window may cross midnight.</summary>
    /// <remarks>No window starts on a holiday, unless it says <see cref="HolidayRule.Only"/>.</remarks>
    public required IReadOnlyList<DutyWindow> WorkingHours { get; init => field = Copy(value); }

    /// <summary>When it is on duty, in the local time of <see cref="DutyTimeZone"/>.</summary>
    /// <value>Empty: throughout its working hours.</value>
    public IReadOnlyList<DutyWindow> Duty { get; init => field = Copy(value); } = [];

    /// <summary>The IANA id of the zone of <see cref="Duty"/>, such as <c>UTC</c>.</summary>
    /// <value>Null: the site's own zone.</value>
    public string? DutyTimeZone { get; init; }

    /// <summary>Who is on duty when the site is. It is not on duty while all of them are away.</summary>
    /// <value>Empty: not named.</value>
    public IReadOnlyList<Responder> People { get; init => field = Copy(value); } = [];

    /// <summary>When people of the site are away.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<TimeOff> TimeOff { get; init => field = Copy(value); } = [];

    /// <summary>The local dates on which the site does not work.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<DateOnly> Holidays { get; init => field = Copy(value); } = [];

    /// <summary>Who is on duty at the site, in place of <see cref="Duty"/>, <see cref="People"/> and <see cref="TimeOff"/>.</summary>
    /// <value>Null.</value>
    public OnCallSchedule? Schedule { get; init; }

    /// <summary>A site with the same working hours on each of some weekdays.</summary>
    /// <param name="name">The name of the site.</param>
    /// <param name="timeZone">The IANA id of its zone.</param>
    /// <param name="from">The start of work, local time.</param>
    /// <param name="to">The end of work, as <see cref="DutyWindow.To"/>.</param>
    /// <param name="days">The weekdays on which work starts; none means every day.</param>
    public static Site Working(string name, string timeZone, TimeOnly from, TimeOnly to, params IReadOnlyList<DayOfWeek> days) =>
        new() { Name = name, TimeZone = timeZone, WorkingHours = [new DutyWindow { From = from, To = to, Days = days }] };

    /// <summary>The same site, on duty between two handoffs each day.</summary>
    /// <param name="from">The handoff to the site.</param>
    /// <param name="to">The handoff to the next one, as <see cref="DutyWindow.To"/>.</param>
    /// <param name="timeZone">The IANA id of the zone of the local times; null means the site's own.</param>
    public Site OnDuty(TimeOnly from, TimeOnly to, string? timeZone = null) => OnDuty([new DutyWindow { From = from, To = to }], timeZone);

    /// <summary>The same site, on duty during windows.</summary>
    /// <param name="windows">The windows; none means throughout its working hours.</param>
    /// <param name="timeZone">The IANA id of the zone of the local times; null means the site's own.</param>
    public Site OnDuty(IReadOnlyList<DutyWindow> windows, string? timeZone = null) => new()
    {
        Name = Name,
        TimeZone = TimeZone,
        WorkingHours = WorkingHours,
        Duty = windows,
        DutyTimeZone = timeZone,
        People = People,
        TimeOff = TimeOff,
        Holidays = Holidays,
        Schedule = Schedule,
    };

    /// <inheritdoc />
    public override string ToString() => $"{Name} ({TimeZone})";

    private static IReadOnlyList<T> Copy<T>(IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return [.. value];
    }
}
