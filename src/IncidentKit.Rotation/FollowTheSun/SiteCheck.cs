namespace IncidentKit.Rotation;

internal sealed class SiteCheck
{
    /// <summary>More sites are a mistake or an attack.</summary>
    public const int MostSites = 50;

    /// <summary>More windows than a week of hours needs.</summary>
    public const int MostWindows = 50;

    /// <summary>Windows of all sites times days, which bounds time and memory.</summary>
    public const int MostWindowDays = 100_000;

    // Longer work over midnight is two times in the wrong order; round the clock is said by equal times.
    private static readonly TimeSpan LongestNight = TimeSpan.FromHours(12);

    private readonly List<ScheduleFault> _faults = [];

    public static Stretch PeriodOf(IReadOnlyList<Site> sites, DateOnly from, DateOnly to, bool isProposing)
    {
        ArgumentNullException.ThrowIfNull(sites);
        var check = new SiteCheck();
        check.CheckPeriod(sites, from, to);
        check.CheckSites(sites, isProposing);
        return check._faults.Count > 0
            ? throw new FollowTheSunException(check._faults)
            : new Stretch(from.ToDateTime(default).Ticks, to.ToDateTime(default).Ticks);
    }

    private void CheckPeriod(IReadOnlyList<Site> sites, DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber;
        var windows = sites.Sum(s => (long)(s?.WorkingHours?.Count ?? 0) + (s?.Duty.Count ?? 0));
        if (days <= 0)
        {
            Add(
                "to",
                $"The period ends on {to:yyyy-MM-dd}, which is not after its start, {from:yyyy-MM-dd}.",
                "Give the day after the last day of the period.");
        }
        else if (days > CoverageReport.MostDays)
        {
            Add(
                "to",
                $"The period has {days} days; {CoverageReport.MostDays} are allowed.",
                "Examine a shorter period: a year shows every change of the clocks.");
        }
        else if (windows * days > MostWindowDays)
        {
            Add(
                "to",
                $"{windows} windows over {days} days are too many; windows times days may come to {MostWindowDays}.",
                "Examine a shorter period, or join windows of equal hours by their weekdays.");
        }
    }

    private void CheckSites(IReadOnlyList<Site> sites, bool isProposing)
    {
        if (sites.Count == 0)
            Add("sites", "There is no site.", "Name at least one.");
        if (sites.Count > MostSites)
            Add("sites", $"There are {sites.Count} sites; {MostSites} are allowed.", "Join sites of one zone.");
        var names = new HashSet<string>();
        foreach (var (i, site) in sites.Take(MostSites).Index())
        {
            var place = $"sites[{i}]";
            if (site is null)
            {
                Add(place, "The site is null.", "Leave it out.");
                continue;
            }

            if (string.IsNullOrWhiteSpace(site.Name))
                Add($"{place}.Name", "The site has no name.", "Name it.");
            else if (!names.Add(site.Name))
                Add($"{place}.Name", $"Two sites are called \"{site.Name}\".", "Give each site its own name.");
            CheckZones(site, place);
            CheckHours(site, place);
            CheckPeople(site, place);
            if (site.Schedule is null)
                continue;
            if (isProposing)
                Add($"{place}.Schedule", "A site with a schedule of its own has its handoffs already.", "Leave the schedule out.");
            else if (site.Duty.Count + site.People.Count + site.TimeOff.Count > 0)
                Add($"{place}.Schedule", "The schedule says who is on duty, and so do Duty, People or TimeOff.", "Give one or the other.");
        }
    }

    private void CheckZones(Site site, string place)
    {
        ZoneNames.Find(site.TimeZone, $"{place}.TimeZone", _faults);
        if (site.DutyTimeZone is null)
            return;
        ZoneNames.Find(site.DutyTimeZone, $"{place}.DutyTimeZone", _faults);
        if (site.Duty.Count == 0)
            Add($"{place}.DutyTimeZone", "A zone is given for duty that is not stated.", "State the duty, or leave the zone out.");
    }

    private void CheckHours(Site site, string place)
    {
        if (site.WorkingHours is not { Count: > 0 })
            Add($"{place}.WorkingHours", "The site has no working hours.", "Say when its people work.");
        CheckWindows(site.WorkingHours ?? [], $"{place}.WorkingHours");
        CheckWindows(site.Duty, $"{place}.Duty");
        foreach (var (i, window) in (site.WorkingHours ?? []).Take(MostWindows).Index())
        {
            if (window is not null && window.To != default && window.To < window.From && window.To - window.From > LongestNight)
            {
                Add(
                    $"{place}.WorkingHours[{i}]",
                    $"Work from {window.From:HH:mm} to {window.To:HH:mm} lasts {(window.To - window.From).TotalHours:0.##} "
                        + "hours over midnight, as if the two times were inverted.",
                    "Swap them; give equal times for round the clock, or two windows if it is meant.");
            }
        }
    }

    private void CheckWindows(IReadOnlyList<DutyWindow> windows, string place)
    {
        if (windows.Count > MostWindows)
            Add(place, $"There are {windows.Count} windows; {MostWindows} are allowed.", "Join windows of equal hours by their weekdays.");
        foreach (var (i, window) in windows.Take(MostWindows).Index())
            LayerCheck.CheckWindow(window, $"{place}[{i}]", _faults);
    }

    private void CheckPeople(Site site, string place)
    {
        if (site.People.Contains(null!))
            Add($"{place}.People", "A person is null.", "Leave it out.");
        foreach (var (i, away) in site.TimeOff.Index())
        {
            var at = $"{place}.TimeOff[{i}]";
            if (away?.Person is not { } person)
                Add(at, "Nobody is named.", "Name the person who is away.");
            else if (!site.People.Contains(person))
                Add(at, $"{person} is away, and not among the people of the site.", "Add the person to People, or leave the time off out.");
        }
    }

    private void Add(string place, string reason, string remedy) => _faults.Add(place, reason, remedy);
}
