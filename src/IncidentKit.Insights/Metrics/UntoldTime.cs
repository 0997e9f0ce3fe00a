namespace IncidentKit.Insights;

internal static class UntoldTime
{
    /// <summary>The longest part of a stretch that none of the updates, which are in order, interrupts.</summary>
    public static TimeSpan Longest(Interval stretch, IEnumerable<DateTimeOffset> updates)
    {
        var (since, longest) = (stretch.Start, TimeSpan.Zero);
        foreach (var at in updates.Where(at => stretch.Contains(at)).Append(stretch.End))
        {
            longest = at - since > longest ? at - since : longest;
            since = at;
        }

        return longest;
    }
}
