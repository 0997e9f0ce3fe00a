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

    /// <summary>The most steps of a way, from 1.</summary>
    /// <value>1,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxSteps { get; init => field = Positive(value, nameof(MaxSteps)); } = 1000;

    /// <summary>The most states of the incident that are looked at, from 1.</summary>
    /// <value>4,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxStates { get; init => field = Positive(value, nameof(MaxStates)); } = 4000;

    private static int Positive(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
