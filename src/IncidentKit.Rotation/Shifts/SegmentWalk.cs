namespace IncidentKit.Rotation;

internal sealed class SegmentWalk(ScheduleClock clock, long start)
{
    public const int MostBarren = 1_000_000;

    /// <summary>How many changes the true start or end of a shift is sought through: with many layers each takes longer.</summary>
    public static int MostBeyond(ScheduleClock clock) => Math.Min(1_000_000 / Math.Max(clock.Layers.Count, 1), 100_000);

    private static readonly long MaxTicks = DateTime.MaxValue.Ticks;

    private readonly LayerSpan[] _spans = new LayerSpan[clock.Layers.Count];
    private int _barren;

    public long From { get; private set; }

    public long Until { get; private set; } = start;

    public OnCallPeople People { get; private set; } = OnCallPeople.Nobody;

    /// <summary>False at the end of the calendar.</summary>
    public bool MoveNext()
    {
        if (Until > MaxTicks)
            return false;
        if (_barren++ == MostBarren)
            throw new OnCallSearchException(new DateTimeOffset(Until, TimeSpan.Zero));
        From = Until;
        clock.Refresh(From, _spans);
        People = clock.Resolve(From, _spans);
        Until = clock.Until(From, _spans);
        return true;
    }

    /// <summary>The count of barren changes starts again.</summary>
    public void Found() => _barren = 0;

    /// <summary>Since when the people on call at an instant have been so; <see cref="long.MinValue"/> where no start is found.</summary>
    public static Dictionary<Responder, long> StartsOf(ScheduleClock clock, long instant)
    {
        var spans = new LayerSpan[clock.Layers.Count];
        clock.Refresh(instant, spans);
        var (from, people) = (clock.From(instant, spans), clock.Resolve(instant, spans));
        var starts = people.ToDictionary(p => p, _ => long.MinValue);
        HashSet<Responder> open = [.. people];
        var most = MostBeyond(clock);
        for (var step = 0; open.Count > 0 && from > 0 && step < most; step++)
        {
            var before = from - 1;
            clock.Refresh(before, spans);
            var earlier = clock.Resolve(before, spans);
            if (!earlier.Equals(people))
            {
                foreach (var person in open.Where(p => !earlier.Contains(p)).ToList())
                {
                    starts[person] = from;
                    open.Remove(person);
                }
            }

            (from, people) = (clock.From(before, spans), earlier);
        }

        return starts;
    }
}
