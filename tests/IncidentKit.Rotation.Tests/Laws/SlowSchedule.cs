namespace IncidentKit.Rotation.Tests.Laws;

/// <summary>Section by section what a schedule means, with lists and loops; shares no code with the library.</summary>
internal sealed class SlowSchedule(ScheduleDefinition schedule, int year)
{
    private readonly Dictionary<OnCallLayer, List<(long Turn, long Handoff)>> _grids = [];
    private readonly Dictionary<(OnCallLayer, long), long?> _firsts = [];

    public IEnumerable<long> Changes => schedule.Layers.SelectMany(l => Zone(l).Changes).Distinct();

    public string At(long t) => string.Join(",", PeopleAt(t).Distinct().Order(StringComparer.Ordinal));

    private IEnumerable<string> PeopleAt(long t)
    {
        if (schedule.FixedPeriods.FirstOrDefault(p => Holds(p.Time, t)) is { } period)
            return period.Shifts.Where(s => Holds(s.Time, t)).Select(s => s.Person.Id);
        var said = schedule.Layers.Select(l => (l.Priority, People: Change(l.Name, t, OfLayer(l, t).Select(p => (p, false)).ToList())))
            .Where(l => l.People.Count > 0)
            .ToList();
        var kept = said.Where(l => l.Priority == said.Max(s => s.Priority)).SelectMany(l => l.People).ToList();
        return Change(null, t, kept).Select(p => p.Item1);
    }

    private List<(string, bool)> Change(string? layer, long t, List<(string, bool)> people)
    {
        var mine = schedule.Overrides.Where(o => o.Layer == layer && Holds(o.Time, t)).ToList();
        var covers = mine.OfType<CoverOverride>().ToList();
        if (covers.Count > 0)
            people = [.. covers.Where(c => c.Priority == covers.Max(x => x.Priority)).SelectMany(c => c.People).Select(p => (p.Id, false))];
        List<(string, bool)> result = [];
        foreach (var (person, isMapped) in people)
        {
            var last = isMapped ? null : mine.LastOrDefault(o =>
                (o is RemoveOverride r && r.Person.Id == person)
                || (o is ReplaceOverride p && p.Person.Id == person)
                || (o is SwapOverride { TakenBy: not null } s && s.Person.Id == person));
            if (last is null)
                result.Add((person, isMapped));
            else if (last is ReplaceOverride replace)
                result.Add((replace.By.Id, true));
            else if (last is SwapOverride swap)
                result.Add((swap.TakenBy!.Id, true));
        }

        result.AddRange(mine.OfType<AddOverride>().Select(a => (a.Person.Id, true)));
        return result;
    }

    private IEnumerable<string> OfLayer(OnCallLayer layer, long t)
    {
        if ((layer.Start is { } start && t < start.UtcTicks) || (layer.End is { } end && t >= end.UtcTicks))
            return [];
        return TurnsAt(layer, t).SelectMany(turn => Entry(layer, turn, t));
    }

    private List<string> Entry(OnCallLayer layer, long turn, long t)
    {
        var entries = layer.Roster.Entries;
        var index = layer.Grid is null ? 0 : (int)((((turn + layer.Grid.First) % entries.Count) + entries.Count) % entries.Count);
        var away = schedule.TimeOff.Where(o => Holds(o.Time, t)).Select(o => o.Person.Id).ToHashSet();
        var present = entries[index].Select(p => p.Id).Where(p => !away.Contains(p)).ToList();
        for (var step =
            1; layer.StandIn == StandIn.NextInOrder && entries[index].Count > 0 && present.Count == 0 && step < entries.Count; step++)
        {
            present = [.. entries[(index + step) % entries.Count].Select(p => p.Id).Where(p => !away.Contains(p))];
        }

        return present;
    }

    private IEnumerable<long> TurnsAt(OnCallLayer layer, long t)
    {
        var policy = schedule.LocalTime;
        if (layer.Grid is not { Advance: TurnAdvance.ActiveDay } active)
        {
            var turn = layer.Grid is null ? 0 : Grid(layer)[LastAtOrBefore(Grid(layer), t)].Turn;
            if (layer.Grid?.DutyLength is { } duty
                && t >= Zone(layer).Utc(LocalHandoff(layer.Grid, turn) + duty.Ticks, policy.Ends, policy.Skipped))
            {
                return [];
            }

            return layer.Windows.Count == 0 || DaysHolding(layer, t).Any() ? [turn] : [];
        }

        return DaysHolding(layer, t).Select(day => TurnOf(layer, active, day)).Distinct()
            .Where(turn => active.DutyLength is not { } duty
                || FirstStart(layer, active, turn) is not { } first
                || t < Zone(layer).Utc(first + duty.Ticks, policy.Ends, policy.Skipped));
    }

    private static int LastAtOrBefore(List<(long Turn, long Handoff)> grid, long t)
    {
        var (low, high) = (0, grid.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (grid[middle].Handoff <= t)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    // Each handoff of six hundred days around the origin; a handoff never comes after the next one.
    private List<(long Turn, long Handoff)> Grid(OnCallLayer layer)
    {
        if (_grids.TryGetValue(layer, out var known))
            return known;
        var grid = layer.Grid!;
        var hours = grid.Unit switch { TurnUnit.Hourly => 1, TurnUnit.Daily => 24, TurnUnit.Weekly => 168, _ => 672 } * grid.Length;
        var reach = (600 * 24 / hours) + 2;
        List<(long Turn, long Handoff)> all = [];
        for (long turn = -reach; turn <= reach; turn++)
            all.Add((turn, Zone(layer).Utc(LocalHandoff(grid, turn), schedule.LocalTime.Handoffs, schedule.LocalTime.Skipped)));
        for (var i = all.Count - 2; i >= 0; i--)
            all[i] = (all[i].Turn, Math.Min(all[i].Handoff, all[i + 1].Handoff));
        return _grids[layer] = all;
    }

    private static long LocalHandoff(TurnGrid grid, long turn)
    {
        var origin = grid.StartDate.ToDateTime(grid.StartTime);
        if (grid.Align == GridAlignment.Calendar)
        {
            origin = origin.Date;
            while (grid.Unit == TurnUnit.Weekly ? origin.DayOfWeek != grid.WeekStart : origin.Day != 1)
                origin = origin.AddDays(-1);
        }

        var units = (int)turn * grid.Length;
        return (grid.Unit switch
        {
            TurnUnit.Hourly => origin.AddHours(units),
            TurnUnit.Daily => origin.AddDays(units),
            TurnUnit.Weekly => origin.AddDays(7 * units),
            _ => origin.AddMonths(units),
        }).Ticks;
    }

    private IEnumerable<DateOnly> DaysHolding(OnCallLayer layer, long t)
    {
        var today = DateOnly.FromDateTime(new DateTime(Zone(layer).Local(t)));
        return Enumerable.Range(-4, 9)
            .Select(today.AddDays)
            .Where(day => Windows(layer).Any(w => Starts(w, day) && InWindow(layer, w, day, t)));
    }

    private static IReadOnlyList<DutyWindow> Windows(OnCallLayer layer) =>
        layer.Windows.Count > 0 ? layer.Windows : [new DutyWindow { From = default, To = default }];

    private bool InWindow(OnCallLayer layer, DutyWindow window, DateOnly day, long t)
    {
        var policy = schedule.LocalTime;
        var start = day.ToDateTime(window.From).Ticks;
        var end = (window.To > window.From ? day : day.AddDays(1)).ToDateTime(window.To).Ticks;
        var ends = layer.Windows.Count > 0 ? policy.Ends : policy.Handoffs;
        var starts = layer.Windows.Count > 0 ? policy.Starts : policy.Handoffs;
        return Zone(layer).Utc(start, starts, policy.Skipped) <= t && t < Zone(layer).Utc(end, ends, policy.Skipped);
    }

    private bool Starts(DutyWindow window, DateOnly day)
    {
        var fromEnd = day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1;
        var isHoliday = schedule.Holidays.Contains(day);
        return (window.Days.Count == 0 || window.Days.Contains(day.DayOfWeek))
            && (window.MonthDays.Count == 0 || window.MonthDays.Contains(day.Day) || window.MonthDays.Contains(fromEnd))
            && !(window.Holidays == HolidayRule.Only && !isHoliday) && !(window.Holidays == HolidayRule.Except && isHoliday);
    }

    private long TurnOf(OnCallLayer layer, TurnGrid grid, DateOnly day)
    {
        var count = 0;
        for (var d = grid.StartDate; d < day; d = d.AddDays(1))
            count += Windows(layer).Any(w => Starts(w, d)) ? 1 : 0;
        for (var d = day; d < grid.StartDate; d = d.AddDays(1))
            count -= Windows(layer).Any(w => Starts(w, d)) ? 1 : 0;
        return (long)Math.Floor((double)count / grid.Length);
    }

    // The first active day of the turn, counted off one by one; none where the calendar has too few, such as holidays that begin later.
    private long? FirstStart(OnCallLayer layer, TurnGrid grid, long turn)
    {
        if (_firsts.TryGetValue((layer, turn), out var known))
            return known;
        const int most = 400 * 366;
        var (step, index) = turn < 0 ? (-1, 0) : (1, -1);
        for (var i = turn < 0 ? 1 : 0; i < most; i++)
        {
            var day = grid.StartDate.AddDays(step * i);
            var starting = Windows(layer).Where(w => Starts(w, day)).ToList();
            if (starting.Count > 0 && (index += step) == turn * grid.Length)
                return _firsts[(layer, turn)] = day.ToDateTime(starting.Min(w => w.From)).Ticks;
        }

        return _firsts[(layer, turn)] = null;
    }

    private SlowZone Zone(OnCallLayer layer) => SlowZone.Of(layer.TimeZone ?? schedule.TimeZone, year);

    private static bool Holds(Interval time, long t) => time.Start.UtcTicks <= t && t < time.End.UtcTicks;
}
