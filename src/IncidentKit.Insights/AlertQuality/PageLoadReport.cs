namespace IncidentKit.Insights;

/// <summary>The pages of each person in each on-call week (P35).</summary>
/// <remarks>Weeks without a page are not listed: pages do not say who was on call. Pure; immutable and thread-safe.</remarks>
public sealed class PageLoadReport
{
    private PageLoadReport()
    {
    }

    /// <summary>Each person's weeks with a page, by week and person.</summary>
    public required IReadOnlyList<PageLoad> Weeks { get; init; }

    /// <summary>Those with too many, the worst first.</summary>
    public required IReadOnlyList<PageLoad> Over { get; init; }

    /// <summary>The number of pages from which it is too many.</summary>
    public int TooMany { get; private init; }

    /// <summary>Advice that alert quality comes first; null if no week is over.</summary>
    public string? Advice => Over.Count == 0
        ? null
        : $"Alert quality comes first: {Over.Count} of {Weeks.Count} on-call weeks with pages had {TooMany} or more, the most {Over[0]}.";

    /// <summary>The records of the history that do not count.</summary>
    public required IReadOnlyList<AlertHistoryFault> Faults { get; init; }

    /// <summary>The load.</summary>
    /// <param name="history">The history.</param>
    /// <param name="period">Only pages whose first record lies in it; all where null.</param>
    /// <param name="options">Zone, night, week and limit; if null, the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit does not lie in its range.</exception>
    public static PageLoadReport Of(AlertHistory history, Interval? period = null, AlertQualityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new();
        options.ThrowIfOutOfRange();
        var incidents = history.Firings.Where(firing => firing.Incident is not null)
            .ToDictionary(firing => firing.Id, firing => firing.Incident);
        List<PageLoad> weeks =
        [
            .. from page in history.Pages
               group page by (page.Person, Of: KeyOf(page, incidents)) into one
               let urgent = one.Where(page => page.Urgency == PageUrgency.High).Select(page => (DateTimeOffset?)page.PagedAt).Min()
               let at = urgent ?? one.Min(page => page.PagedAt)
               where period?.Contains(at) != false
               group (IsUrgent: urgent is not null, IsNight: options.IsNight(at)) by (one.Key.Person, Week: options.WeekOf(at)) into week
               let pages = week.Count(page => page.IsUrgent)
               orderby week.Key.Week, week.Key.Person.Id
               select new PageLoad
               {
                   Person = week.Key.Person,
                   Week = week.Key.Week,
                   Pages = pages,
                   NightPages = week.Count(page => page is { IsUrgent: true, IsNight: true }),
                   LowUrgency = week.Count() - pages,
                   IsOver = pages >= options.TooManyPages,
               },
        ];
        return new()
        {
            Weeks = weeks,
            Over = [.. weeks.Where(week => week.IsOver).OrderByDescending(week => week.Pages)],
            TooMany = options.TooManyPages,
            Faults = history.Faults,
        };
    }

    // What an incident or a firing is paged for is one page; where neither is known, each record is one of its own.
    private static object KeyOf(PageRecord page, Dictionary<string, IncidentId?> incidents) =>
        page.Incident
        ?? (page.Firing is { } firing && incidents.GetValueOrDefault(firing) is { } incident ? incident : (object?)page.Firing)
        ?? page;
}
