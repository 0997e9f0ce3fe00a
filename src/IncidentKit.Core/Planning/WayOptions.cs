namespace IncidentKit;

/// <summary>What a way may do.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record WayOptions
{
    /// <summary>Whatever is honest first: what is demanded is done or waited for, and waived only where nothing else helps.</summary>
    public static WayOptions Default { get; } = new();

    /// <summary>Whether waivers, and what gives up a protection, stand beside all else, so that the fewest steps win.</summary>
    /// <value>False: they come in only where nothing else helps.</value>
    public bool WaiversCount { get; init; }

    /// <summary>How long the waits of a way may last together; null for any time. With zero, a watch is ended and not waited for.</summary>
    /// <value>Null.</value>
    public TimeSpan? WaitAtMost { get; init; }

    /// <summary>How many steps a way may have.</summary>
    /// <value>16.</value>
    public int MaxSteps { get; init; } = 16;

    /// <summary>How many states of the incident are looked at before the search gives up.</summary>
    /// <value>4,000.</value>
    public int MaxStates { get; init; } = 4000;
}
