namespace IncidentKit.Insights;

internal static class NearestRank
{
    /// <summary>The smallest value that at least <paramref name="percent"/> of the values do not exceed: never one between two.</summary>
    public static T Of<T>(IReadOnlyList<T> sorted, int percent) => sorted[(int)((((long)sorted.Count * percent) + 99) / 100) - 1];
}
