namespace IncidentKit.Rotation;

internal static class RestCheck
{
    public static IReadOnlyList<RestBreach> Of(RestRules rules, IEnumerable<OnCallShift> shifts) =>
    [
        .. shifts.GroupBy(s => s.Person).SelectMany(person => OfPerson(rules, [.. person]))
            .OrderBy(b => b.Shifts[0].Start).ThenBy(b => b.Person.Id, StringComparer.Ordinal).ThenBy(b => b.Rule),
    ];

    /// <summary>The breaches of one person, from the person's shifts in order.</summary>
    public static IEnumerable<RestBreach> OfPerson(RestRules rules, IReadOnlyList<OnCallShift> shifts)
    {
        var first = 0;
        for (var i = 0; i < shifts.Count; i++)
        {
            if (LengthOf(shifts[i]) > rules.LongestShift)
                yield return Breach(RestRule.LongestShift, [shifts[i]], LengthOf(shifts[i]));
            if (i > 0 && RestBefore(shifts, i) < rules.LeastRest)
                yield return Breach(RestRule.LeastRest, [shifts[i - 1], shifts[i]], RestBefore(shifts, i));
            if (i + 1 < shifts.Count && RestBefore(shifts, i + 1) < rules.Break)
                continue;
            if (i + 1 - first > rules.MostConsecutiveShifts)
            {
                yield return Breach(
                    RestRule.ConsecutiveShifts,
                    [.. shifts.Skip(first).Take(i + 1 - first)],
                    shifts[i].End!.Value - shifts[first].Start!.Value);
            }

            first = i + 1;
        }
    }

    private static TimeSpan LengthOf(OnCallShift shift) => shift.End!.Value - shift.Start!.Value;

    private static TimeSpan RestBefore(IReadOnlyList<OnCallShift> shifts, int i) => shifts[i].Start!.Value - shifts[i - 1].End!.Value;

    private static RestBreach Breach(RestRule rule, IReadOnlyList<OnCallShift> shifts, TimeSpan time) =>
        new() { Person = shifts[0].Person, Rule = rule, Shifts = shifts, Time = time };
}
