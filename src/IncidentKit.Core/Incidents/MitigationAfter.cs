namespace IncidentKit;

/// <summary>Finds what ended each recurrence.</summary>
internal static class MitigationAfter
{
    /// <summary>
    /// By the number of a recurrence, the first mitigation from then on that was recorded after it, or after a later one.
    /// </summary>
    public static Dictionary<int, DateTimeOffset> Each(
        OccurrenceList<Recurrence> recurrences, Dictionary<int, OccurrenceSeries> mitigations)
    {
        var first = new Dictionary<int, DateTimeOffset>();
        var after = new SortedSet<DateTimeOffset>();
        var numbers = new Stack<int>(mitigations.Keys.Order());
        foreach (var (at, recurrence) in recurrences.OrderByDescending(r => r.Fact.Number))
        {
            while (numbers.TryPeek(out var number) && number >= recurrence.Number)
                after.UnionWith(mitigations[numbers.Pop()].Known);
            if (after.Count > 0 && after.Max >= at)
                first[recurrence.Number] = after.GetViewBetween(at, DateTimeOffset.MaxValue).Min;
        }

        return first;
    }
}
