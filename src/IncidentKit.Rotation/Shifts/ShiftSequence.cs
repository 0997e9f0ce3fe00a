namespace IncidentKit.Rotation;

/// <summary>Merges segments to shifts per person, by start and then person.</summary>
internal sealed class ShiftSequence(ScheduleClock clock, long from, long to)
{
    private static readonly Comparer<OnCallShift> Order = Comparer<OnCallShift>.Create((a, b) =>
        (a.Start ?? DateTimeOffset.MinValue).CompareTo(b.Start ?? DateTimeOffset.MinValue) is var start and not 0
            ? start
            : string.CompareOrdinal(a.Person.Id, b.Person.Id));

    private readonly SegmentWalk _walk = new(clock, from);
    private readonly Dictionary<Responder, OnCallShift> _running = [];
    private readonly SortedSet<OnCallShift> _done = new(Order);

    /// <summary>The shifts; each time that they are read, the walk starts again.</summary>
    public static IEnumerable<OnCallShift> Read(ScheduleClock clock, long from, long to, bool whole)
    {
        foreach (var shift in new ShiftSequence(clock, from, to).Read(whole))
            yield return shift;
    }

    private IEnumerable<OnCallShift> Read(bool whole)
    {
        while (_walk.Until < to && _walk.MoveNext())
        {
            End();
            if (_walk.From == from)
                BeginFirst(whole);
            else
                Begin();
            while (_done.Min is { } first && _running.Values.All(r => Order.Compare(first, r) < 0))
            {
                _done.Remove(first);
                _walk.Found();
                yield return first;
            }
        }

        if (whole)
            FollowToTheEnd();
        else
            Cut();
        foreach (var shift in _done)
            yield return shift;
    }

    // How much earlier the first shifts began is asked only for whole shifts.
    private void BeginFirst(bool whole)
    {
        var before = from == 0 ? OnCallPeople.Nobody : clock.At(from - 1);
        var starts = whole ? SegmentWalk.StartsOf(clock, from) : null;
        foreach (var person in _walk.People)
        {
            _running[person] = new OnCallShift
            {
                Person = person,
                Start = Stretch.At(starts?[person] ?? from),
                BeginsBefore = before.Contains(person),
            };
        }
    }

    private void Begin()
    {
        foreach (var person in _walk.People)
        {
            if (!_running.ContainsKey(person))
                _running[person] = new OnCallShift { Person = person, Start = Stretch.At(_walk.From) };
        }
    }

    private void End()
    {
        foreach (var (person, shift) in _running)
        {
            if (_walk.People.Contains(person))
                continue;
            _running.Remove(person);
            _done.Add(shift with { End = Stretch.At(_walk.From), EndsAfter = _walk.From > to });
        }
    }

    private void Cut()
    {
        var after = clock.At(to);
        foreach (var shift in _running.Values)
            _done.Add(shift with { End = Stretch.At(to), EndsAfter = after.Contains(shift.Person) });
    }

    private void FollowToTheEnd()
    {
        var most = SegmentWalk.MostBeyond(clock);
        for (var step = 0; _running.Count > 0 && step < most; step++)
        {
            _walk.Found();
            if (!_walk.MoveNext())
                break;
            End();
        }

        foreach (var shift in _running.Values)
            _done.Add(shift with { EndsAfter = true });
    }
}
