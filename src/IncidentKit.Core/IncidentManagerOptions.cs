namespace IncidentKit;

/// <summary>The limits of an <see cref="IncidentManager"/>, and what it counts.</summary>
/// <remarks>Set them while the host is composed; not thread-safe until then. They are checked when the host starts.</remarks>
public sealed class IncidentManagerOptions
{
    /// <summary>
    /// Whether pages count among what is due of an incident. <c>AddPager</c> counts them by itself; set it in a process that shares its
    /// store with another one that pages people.
    /// </summary>
    /// <value>False.</value>
    public bool IncludePages { get; set; }

    /// <summary>How often a command is decided that loses each race against another process.</summary>
    /// <value>20; at least 1.</value>
    public int MaxAttempts { get; set; } = 20;

    /// <summary>How many commits may wait for one observer; if more do, the oldest are dropped, counted and logged.</summary>
    /// <value>10,000; at least 1.</value>
    public int MaxWaitingCommits { get; set; } = 10_000;
}
