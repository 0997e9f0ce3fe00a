namespace IncidentKit.Rotation;

/// <summary>Sets of instants as lists of stretches: in order, apart from each other, none empty. To the tick.</summary>
internal static class Stretches
{
    public static List<Stretch> Union(IEnumerable<Stretch> any)
    {
        List<Stretch> union = [];
        foreach (var next in any.Where(s => s.To > s.From).OrderBy(s => s.From))
        {
            if (union.Count > 0 && next.From <= union[^1].To)
                union[^1] = union[^1] with { To = Math.Max(union[^1].To, next.To) };
            else
                union.Add(next);
        }

        return union;
    }

    public static List<Stretch> Except(IReadOnlyList<Stretch> set, IReadOnlyList<Stretch> cut)
    {
        List<Stretch> left = [];
        var next = 0;
        foreach (var (start, to) in set)
        {
            var from = start;
            while (next < cut.Count && cut[next].To <= from)
                next++;
            for (var i = next; i < cut.Count && cut[i].From < to; i++)
            {
                if (cut[i].From > from)
                    left.Add(new(from, cut[i].From));
                from = cut[i].To;
            }

            if (from < to)
                left.Add(new(from, to));
        }

        return left;
    }

    public static List<Stretch> Common(IReadOnlyList<Stretch> one, IReadOnlyList<Stretch> other) => Except(one, Except(one, other));

    public static long Length(IReadOnlyList<Stretch> set) => set.Sum(s => s.Length);
}
