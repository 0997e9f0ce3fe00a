namespace IncidentKit.Insights;

internal static class UntoldTime
{
    /// <summary>The longest part of a stretch that no update interrupts.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="updates">When updates were posted, in order; those outside the stretch do not matter.</param>
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
