namespace IncidentKit.Insights;

/// <summary>
/// The part of some values that lies below a percentile, by the nearest rank: always one of the values, never one between two.
/// </summary>
internal static class NearestRank
{
    /// <summary>The smallest value that at least <paramref name="percent"/> of the values do not exceed.</summary>
    /// <param name="sorted">The values, the smallest first; at least one.</param>
    /// <param name="percent">From 1 to 100.</param>
    public static T Of<T>(IReadOnlyList<T> sorted, int percent) => sorted[(int)((((long)sorted.Count * percent) + 99) / 100) - 1];
}
