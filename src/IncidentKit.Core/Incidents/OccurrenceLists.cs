namespace IncidentKit;

/// <summary>Looks into lists that are in order of time.</summary>
internal static class OccurrenceLists
{
    /// <summary>How many lie at <paramref name="at"/> or before: the index of the first that lies after it.</summary>
    public static int CountUntil<T>(this List<T> inOrder, DateTimeOffset at)
        where T : struct, IOccurrence => Count(inOrder, at, 0);

    /// <summary>How many lie before <paramref name="at"/>: the index of the first that does not.</summary>
    public static int CountBefore<T>(this List<T> inOrder, DateTimeOffset at)
        where T : struct, IOccurrence => Count(inOrder, at, -1);

    private static int Count<T>(List<T> inOrder, DateTimeOffset at, int atMost)
        where T : struct, IOccurrence
    {
        var (low, high) = (0, inOrder.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (inOrder[middle].At.CompareTo(at) <= atMost)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
