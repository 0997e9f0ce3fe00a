namespace IncidentKit.Rotation;

/// <summary>What a person may hand over so that a breach ends.</summary>
internal static class RestStretches
{
    /// <summary>The best first: whole shifts before parts, the later before the earlier, the middle of a run before its ends.</summary>
    public static IEnumerable<Stretch> Of(RestRules rules, RestBreach breach)
    {
        var shifts = breach.Shifts.Select(Of).ToList();
        var first = shifts[0];
        switch (breach.Rule)
        {
            case RestRule.LongestShift:
                var longest = rules.LongestShift!.Value.Ticks;
                yield return first with { From = first.From + longest };
                yield return first with { To = first.To - longest };
                if (first.Length > 2 * longest)
                    yield return new Stretch(first.From + longest, first.To - longest);
                break;
            case RestRule.LeastRest:
                var (second, missing) = (shifts[1], (rules.LeastRest!.Value - breach.Time).Ticks);
                yield return second;
                yield return first;
                if (missing < second.Length)
                    yield return second with { To = second.From + missing };
                if (missing < first.Length)
                    yield return first with { From = first.To - missing };
                break;
            default:
                foreach (var shift in shifts.Index().OrderBy(s => Math.Abs((2 * s.Index) - shifts.Count + 1)))
                    yield return shift.Item;
                break;
        }
    }

    public static Stretch Of(OnCallShift shift) => new(shift.Start!.Value.UtcTicks, shift.End!.Value.UtcTicks);
}
