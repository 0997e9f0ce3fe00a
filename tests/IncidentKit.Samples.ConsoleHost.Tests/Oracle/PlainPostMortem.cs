namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>When a post-mortem that is wanted is to be fixed, held and published.</summary>
internal static class PlainPostMortem
{
    public static IEnumerable<(string Name, Fact Since, Fact Due, Fact Meeting)> Demands(PlainRecord record)
    {
        var resolved = record.Resolved;
        var (since, fix, hold, publish) = (resolved, Fixed(resolved), Held(resolved), Published(resolved));
        if (record is { Level: 3, DataLost: false } && record.Recurrences[0].At > resolved.At)
        {
            // What a recurrence creates is due no earlier than its span after it.
            since = Fact.Known(record.Recurrences[0].At);
            (fix, hold, publish) = (Fact.Later(fix, Fixed(since)), Fact.Later(hold, Held(since)), Fact.Later(publish, Published(since)));
        }

        return
        [
            ("fixPostMortem", since, fix, record.PostMortem("fixed")),
            ("holdPostMortem", since, hold, record.PostMortem("held")),
            ("publishPostMortem", since, publish, record.PostMortem("published")),
        ];
    }

    private static Fact Fixed(Fact resolved) => resolved.Plus(TimeSpan.FromHours(48));

    private static Fact Held(Fact resolved) =>
        Fixed(resolved) is { At: { } at } && !PlainCalendar.IsBusinessDay(at)
            ? Fact.Known(PlainCalendar.EndOfBusinessDayAfter(at, 1))
            : Fixed(resolved);

    private static Fact Published(Fact resolved) =>
        resolved.At is { } at ? Fact.Known(PlainCalendar.EndOfBusinessDayAfter(at, 5)) : resolved;
}
