namespace IncidentKit.Rotation;

/// <summary>Takes overlaps away from duty that covers a period, a step at a time, from whichever site has most.</summary>
internal sealed class DutyTrimming
{
    private static readonly TimeSpan[] Steps = [TimeSpan.FromHours(1), TimeSpan.FromMinutes(15)];

    private readonly Stretch _period;
    private readonly List<TrimmedSite> _sites;

    public DutyTrimming(IReadOnlyList<SiteClock> clocks, Stretch period) =>
        (_period, _sites) = (period, [.. clocks.Select(c => new TrimmedSite(c))]);

    public IReadOnlyList<Site> Trim()
    {
        foreach (var step in Steps)
        {
            // What cannot be taken now cannot be taken later either, since the others only lose.
            var edges = _sites
                .SelectMany(s => s.Windows.Index(), (s, w) => (Edge[])[new(s, w.Index, IsStart: false), new(s, w.Index, IsStart: true)])
                .SelectMany(both => both)
                .ToList();
            var taken = edges.ToDictionary(e => e, _ => 0);
            while (edges.Count > 0)
            {
                var edge = edges.MaxBy(e => (e.Site.Load, -taken[e]))!;
                if (TryTrim(edge, step))
                    taken[edge]++;
                else
                    edges.Remove(edge);
            }
        }

        return [.. _sites.Select(s => s.Clock.Site.OnDuty(s.Windows))];
    }

    private bool TryTrim(Edge edge, TimeSpan step)
    {
        var (site, index, isStart) = edge;
        if (Shorter(site.Windows[index], isStart, step, canPassMidnight: site.Clock.Site.Holidays.Count == 0) is not { } narrower)
            return false;
        var left = Stretches.Except(Stretches.Union(site.Clock.OfWork(site.Windows[index])), Stretches.Union(site.Clock.OfWork(narrower)));
        left = Stretches.Except(Stretches.Common(left, [_period]), site.Without(index));
        foreach (var other in _sites)
        {
            if (other != site)
                left = Stretches.Except(left, other.Duty);
        }

        if (left.Count > 0)
            return false;
        site.Replace(index, narrower);
        return true;
    }

    /// <summary>Null where nothing would be left, or where the start would pass into a day that its rules do not speak of.</summary>
    private static DutyWindow? Shorter(DutyWindow window, bool isStart, TimeSpan step, bool canPassMidnight)
    {
        var length = window.To == window.From ? TimeSpan.FromDays(1) : window.To - window.From;
        if (length <= step)
            return null;
        var (from, passed) = (window.From, 0);
        if (isStart)
            from = from.Add(step, out passed);
        // A window belongs to the day on which it starts: once that is the next day, its weekdays move too. Dates cannot.
        if (passed > 0 && (!canPassMidnight || window.MonthDays.Count > 0))
            return null;
        return new DutyWindow
        {
            From = from,
            To = isStart ? window.To : window.To.Add(-step),
            Days = [.. window.Days.Select(d => (DayOfWeek)(((int)d + passed) % 7))],
            MonthDays = window.MonthDays,
            Holidays = window.Holidays,
        };
    }

    private sealed record Edge(TrimmedSite Site, int Window, bool IsStart);

    private sealed class TrimmedSite
    {
        public TrimmedSite(SiteClock clock)
        {
            Clock = clock;
            // Duty says what working hours mean without a word: not on holidays, unless on them only.
            Windows = [.. clock.Site.WorkingHours.Select(w => new DutyWindow
            {
                From = w.From,
                To = w.To,
                Days = w.Days,
                MonthDays = w.MonthDays,
                Holidays = w.Holidays == HolidayRule.Only ? HolidayRule.Only : HolidayRule.Except,
            })];
            Duty = Without(-1);
        }

        public SiteClock Clock { get; }

        public List<DutyWindow> Windows { get; }

        public List<Stretch> Duty { get; private set => (field, Load) = (value, Stretches.Length(value)); }

        public long Load { get; private set; }

        public List<Stretch> Without(int index) =>
            Stretches.Except(Stretches.Union(Windows.Where((_, i) => i != index).SelectMany(Clock.OfWork)), Clock.Away);

        public void Replace(int index, DutyWindow window)
        {
            Windows[index] = window;
            Duty = Without(-1);
        }
    }
}
