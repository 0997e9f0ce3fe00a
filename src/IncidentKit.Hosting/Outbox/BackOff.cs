namespace IncidentKit.Hosting;

/// <summary>The times between attempts: doubling, bounded, and spread by the id of the delivery, so that a run can be repeated.</summary>
internal static class BackOff
{
    /// <summary>The time from an attempt that failed to the next one.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="id">The delivery.</param>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    public static TimeSpan After(DeliveryOptions options, string id, int attempt)
    {
        // Beyond 2^62 every delay is longer than the longest.
        var doubled = Math.ScaleB(options.FirstDelay.Ticks, Math.Min(attempt - 1, 62));
        var whole = Math.Min(doubled, options.LongestDelay.Ticks);
        return TimeSpan.FromTicks(Math.Max(1, (long)(whole * (1 - (options.Jitter * Spread(id, attempt))))));
    }

    /// <summary>A number from 0 to below 1 (FNV-1a): different for two ids, and for two attempts of one.</summary>
    internal static double Spread(string id, int attempt)
    {
        var hash = 2166136261u;
        foreach (var part in id)
            hash = unchecked((hash ^ part) * 16777619u);
        hash = unchecked((hash ^ (uint)attempt) * 16777619u);
        return (hash >> 8) / (double)(1 << 24);
    }
}
