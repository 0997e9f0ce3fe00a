namespace IncidentKit.Rotation;

/// <summary>What a person may hand over so that a breach ends.</summary>
internal static class RestStretches
{
    /// <summary>
    /// The stretches, the best first: whole shifts before parts, the later before the earlier, the middle
    /// of a run before its ends.
    /// </summary>
    public static IEnumerable<Interval> Of(RestRules rules, RestBreach breach)
    {
        var shifts = breach.Shifts.Select(TimeOf).ToList();
        switch (breach.Rule)
        {
            case RestRule.LongestShift:
                yield return new Interval(shifts[0].Start + rules.LongestShift!.Value, shifts[0].End);
                yield return new Interval(shifts[0].Start, shifts[0].End - rules.LongestShift.Value);
                if (shifts[0].Duration > 2 * rules.LongestShift.Value)
                    yield return new Interval(shifts[0].Start + rules.LongestShift.Value, shifts[0].End - rules.LongestShift.Value);
                break;
            case RestRule.LeastRest:
                var missing = rules.LeastRest!.Value - breach.Time;
                yield return shifts[1];
                yield return shifts[0];
                if (missing < shifts[1].Duration)
                    yield return new Interval(shifts[1].Start, shifts[1].Start + missing);
                if (missing < shifts[0].Duration)
                    yield return new Interval(shifts[0].End - missing, shifts[0].End);
                break;
            default:
                foreach (var shift in shifts.Index().OrderBy(s => Math.Abs((2 * s.Index) - shifts.Count + 1)))
                    yield return shift.Item;
                break;
        }
    }

    public static Interval TimeOf(OnCallShift shift) => new(shift.Start!.Value, shift.End!.Value);

    /// <summary>A person's stretches without one.</summary>
    public static IEnumerable<Interval> Without(IEnumerable<Interval> stretches, Interval gone)
    {
        foreach (var stretch in stretches)
        {
            if (stretch.Start < gone.Start && stretch.Start < stretch.End)
                yield return new Interval(stretch.Start, stretch.End < gone.Start ? stretch.End : gone.Start);
            if (stretch.End > gone.End)
                yield return new Interval(stretch.Start > gone.End ? stretch.Start : gone.End, stretch.End);
        }
    }

    /// <summary>A person's stretches with one more, which touches them at most.</summary>
    public static List<Interval> With(IEnumerable<Interval> stretches, Interval more)
    {
        List<Interval> joined = [];
        foreach (var stretch in stretches.Append(more).OrderBy(s => s.Start))
        {
            if (joined.Count > 0 && joined[^1].End >= stretch.Start)
                joined[^1] = new Interval(joined[^1].Start, stretch.End);
            else
                joined.Add(stretch);
        }

        return joined;
    }
}
