namespace IncidentKit.Rotation.Tests.Rest;

/// <summary>Rules on rest, pair by pair and run by run, from the hours themselves; shares no code with the library.</summary>
internal static class SlowRest
{
    public static List<string> Breaches(RestRules rules, OnCallSchedule schedule, DateTimeOffset from, DateTimeOffset to)
    {
        List<string> found = [];
        foreach (var person in schedule.ClippedShifts(from, to).GroupBy(s => s.Person.Id))
        {
            var all = person.Select(s => (From: s.Start!.Value, To: s.End!.Value)).ToArray();
            foreach (var one in all.Where(s => rules.LongestShift is { } most && s.To - s.From > most))
                found.Add($"{person.Key} LongestShift {one.To - one.From} {Text([one])}");
            // Neighbours are two shifts without a third between them.
            foreach (var (a, b) in all.SelectMany(a => all.Select(b => (a, b)))
                .Where(p => p.a.From < p.b.From && !all.Any(c => p.a.From < c.From && c.From < p.b.From)))
            {
                if (rules.LeastRest is { } least && b.From - a.To < least)
                    found.Add($"{person.Key} LeastRest {b.From - a.To} {Text([a, b])}");
            }

            // A run goes from a shift with a break before it to the next shift with a break after it.
            for (var i = 0; i < all.Length; i++)
            {
                if (i > 0 && all[i].From - all[i - 1].To < rules.Break)
                    continue;
                var last = i;
                while (last + 1 < all.Length && all[last + 1].From - all[last].To < rules.Break)
                    last++;
                if (rules.MostConsecutiveShifts is { } most && last - i + 1 > most)
                    found.Add($"{person.Key} ConsecutiveShifts {all[last].To - all[i].From} {Text(all[i..(last + 1)])}");
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    // All shifts of a breach: one that grows within a run makes it another breach, though its ends stay.
    public static string Text(RestBreach breach) =>
        $"{breach.Person.Id} {breach.Rule} {breach.Time} {Text(breach.Shifts.Select(s => (s.Start!.Value, s.End!.Value)))}";

    private static string Text(IEnumerable<(DateTimeOffset From, DateTimeOffset To)> shifts) =>
        string.Join(" ", shifts.Select(s => $"{s.From:O}/{s.To:O}"));
}
