namespace IncidentKit.Rotation;

/// <summary>Makes shifts out of segments: per person, merged, by start and then person.</summary>
internal static class ShiftSequence
{
    private static readonly Comparer<OnCallShift> Order = Comparer<OnCallShift>.Create((a, b) =>
        (a.Start ?? DateTimeOffset.MinValue).CompareTo(b.Start ?? DateTimeOffset.MinValue) is var start and not 0 ? start : string.CompareOrdinal(a.Person.Id, b.Person.Id));

    public static IEnumerable<OnCallShift> Read(ScheduleClock clock, long from, long to, bool whole)
    {
        if (from >= to)
            yield break;
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

        Finish(running, done, walk, to, whole ? SegmentWalk.MostBeyond(clock) : 0);
        foreach (var shift in done)
            yield return shift;
    }

    // What began before the range is on call at its start; how much earlier is asked only for whole shifts.
    private static void Begin(Dictionary<Responder, OnCallShift> running, ScheduleClock clock, OnCallPeople people, long from, bool whole)
    {
        var before = whole || from == 0 ? OnCallPeople.Nobody : clock.At(from - 1);
        var starts = whole ? SegmentWalk.StartsOf(clock, from) : null;
        foreach (var person in people)
        {
            var start = starts is null ? from : starts[person];
            running[person] = new OnCallShift { Person = person, Start = At(start), BeginsBefore = starts is null ? before.Contains(person) : start < from };
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

    private static void End(Dictionary<Responder, OnCallShift> running, SortedSet<OnCallShift> done, long instant, long to, OnCallPeople people)
    {
        if (running.Count == people.Count && people.All(running.ContainsKey))
            return;
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

    private static void Finish(Dictionary<Responder, OnCallShift> running, SortedSet<OnCallShift> done, SegmentWalk walk, long to, int beyond)
    {
        if (beyond == 0)
        {
            var after = to > DateTime.MaxValue.Ticks ? OnCallPeople.Nobody : walk.After(to);
            foreach (var shift in running.Values)
                done.Add(shift with { End = At(Math.Min(to, DateTime.MaxValue.Ticks)), EndsAfter = after.Contains(shift.Person) });
            return;
        }

        for (var step = 0; running.Count > 0 && step < beyond; step++)
        {
            walk.Found();
            if (!walk.MoveNext())
                break;
            End(running, done, walk.From, to, walk.People);
        }

        foreach (var shift in running.Values)
            done.Add(shift with { EndsAfter = true });
    }

    private static DateTimeOffset? At(long ticks) => ticks is long.MinValue or long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
