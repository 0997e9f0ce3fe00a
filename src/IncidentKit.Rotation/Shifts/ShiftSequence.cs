namespace IncidentKit.Rotation;

/// <summary>Makes shifts out of segments: per person, merged, by start and then person.</summary>
internal static class ShiftSequence
{
    private static readonly Comparer<OnCallShift> Order = Comparer<OnCallShift>.Create((a, b) =>
        (a.Start ?? DateTimeOffset.MinValue).CompareTo(b.Start ?? DateTimeOffset.MinValue) is var start and not 0
            ? start
            : string.CompareOrdinal(a.Person.Id, b.Person.Id));

    public static IEnumerable<OnCallShift> Read(ScheduleClock clock, long from, long to, bool whole)
    {
        var walk = new SegmentWalk(clock, from);
        var running = new Dictionary<Responder, OnCallShift>();
        var done = new SortedSet<OnCallShift>(Order);
        while (walk.Until < to && walk.MoveNext())
        {
            End(running, done, walk.From, to, walk.People);
            if (walk.From == from)
                Begin(running, clock, walk.People, from, whole);
            else
                Begin(running, walk.People, walk.From);
            foreach (var shift in TakeReady(running, done))
            {
                walk.Found();
                yield return shift;
            }
        }

        if (whole)
            FollowToTheEnd(running, done, walk, to, SegmentWalk.MostBeyond(clock));
        else
            Cut(running, done, to, clock.At(to));
        foreach (var shift in done)
            yield return shift;
    }

    // What began before the range is on call at its start; how much earlier is asked only for whole shifts.
    private static void Begin(Dictionary<Responder, OnCallShift> running, ScheduleClock clock, OnCallPeople people, long from, bool whole)
    {
        var before = from == 0 ? OnCallPeople.Nobody : clock.At(from - 1);
        var starts = whole ? SegmentWalk.StartsOf(clock, from) : null;
        foreach (var person in people)
        {
            running[person] = new OnCallShift
            {
                Person = person,
                Start = At(starts?[person] ?? from),
                BeginsBefore = before.Contains(person),
            };
        }
    }

    private static void Begin(Dictionary<Responder, OnCallShift> running, OnCallPeople people, long from)
    {
        foreach (var person in people)
        {
            if (!running.ContainsKey(person))
                running[person] = new OnCallShift { Person = person, Start = At(from) };
        }
    }

    private static void End(
        Dictionary<Responder, OnCallShift> running,
        SortedSet<OnCallShift> done,
        long instant,
        long to,
        OnCallPeople people)
    {
        foreach (var (person, shift) in running)
        {
            if (people.Contains(person))
                continue;
            running.Remove(person);
            done.Add(shift with { End = At(instant), EndsAfter = instant > to });
        }
    }

    private static IEnumerable<OnCallShift> TakeReady(Dictionary<Responder, OnCallShift> running, SortedSet<OnCallShift> done)
    {
        while (done.Min is { } first && running.Values.All(r => Order.Compare(first, r) < 0))
        {
            done.Remove(first);
            yield return first;
        }
    }

    private static void Cut(Dictionary<Responder, OnCallShift> running, SortedSet<OnCallShift> done, long to, OnCallPeople after)
    {
        foreach (var shift in running.Values)
            done.Add(shift with { End = At(to), EndsAfter = after.Contains(shift.Person) });
    }

    private static void FollowToTheEnd(
        Dictionary<Responder, OnCallShift> running,
        SortedSet<OnCallShift> done,
        SegmentWalk walk,
        long to,
        int most)
    {
        for (var step = 0; running.Count > 0 && step < most; step++)
        {
            walk.Found();
            if (!walk.MoveNext())
                break;
            End(running, done, walk.From, to, walk.People);
        }

        foreach (var shift in running.Values)
            done.Add(shift with { EndsAfter = true });
    }

    private static DateTimeOffset? At(long ticks) =>
        ticks is long.MinValue or long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
