namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>The updates that follow one another: each of known time before resolution makes the next one due.</summary>
internal static class PlainCadence
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    public static IEnumerable<PlainRow> Rows(PlainRecord record, string name, Func<PlainUpdate, bool> isOfAudience, Fact firstStart)
    {
        var updates = record.Updates?.Where(isOfAudience).ToList();
        var known = (updates ?? []).Where(u => u.At.At is not null).OrderBy(u => u.At.At).ToList();
        var timesAreMissing = updates is null || updates.Any(u => u.At.IsUnknown);

        if (firstStart.IsUnknown)
            yield return new PlainRow(name, null, null, null, "unknown");
        if (firstStart.At is { } ack)
            yield return Row(record, name, ack, ack + Usual, known.FirstOrDefault(u => u.At.At >= ack), timesAreMissing);
        for (var i = 0; i < known.Count; i++)
        {
            var since = known[i].At.At!.Value;
            if (!(since >= record.Resolved.At))
            {
                yield return Row(
                    record, name, since, since + Promise(record, since, known[i].Next), known.ElementAtOrDefault(i + 1), timesAreMissing);
            }
        }
    }

    private static PlainRow Row(
        PlainRecord record,
        string name,
        DateTimeOffset since,
        DateTimeOffset due,
        PlainUpdate? nextUpdate,
        bool timesAreMissing)
    {
        var resolved = record.Resolved;
        var next = nextUpdate?.At.At;
        var (metAt, status) = (next, resolved) switch
        {
            _ when next <= due && !(next > resolved.At) => (next, "met"),
            _ when timesAreMissing => (null, "unknown"),
            _ when resolved.At <= due => (null, "notRequired"),
            _ when next is not null => (next, "metLate"),
            _ when resolved.IsUnknown => (null, "unknown"),
            _ => (null, due > record.Now ? "pending" : "missed"),
        };
        return new PlainRow(name, since, due, metAt, status);
    }

    // Until two hours after T0 at most 30 minutes ahead, later (or with T0 unknown) at most 4 hours.
    private static TimeSpan Promise(PlainRecord record, DateTimeOffset since, DateTimeOffset? next)
    {
        if (next is null)
            return Usual;
        var longest = record.Detected.IsUnknown || since > record.Detected.At?.AddHours(2) ? TimeSpan.FromHours(4) : Usual;
        return next.Value - since < longest ? next.Value - since : longest;
    }
}
