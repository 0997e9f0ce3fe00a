namespace IncidentKit;

/// <summary>A deadline with two clocks: one runs from detection, one from the first acknowledgement; the later counts.</summary>
/// <remarks>
/// The second clock keeps a late acknowledgement from leaving no time to work. Equal by value; immutable and thread-safe.
/// </remarks>
/// <param name="FromDetection">The time allowed since detection.</param>
/// <param name="FromAcknowledgement">The time allowed since the first acknowledgement.</param>
public readonly record struct TwoClockDeadline(TimeSpan FromDetection, TimeSpan FromAcknowledgement)
{
    /// <summary>The later of the two clocks.</summary>
    public DateTimeOffset DueFrom(DateTimeOffset detected, DateTimeOffset acknowledged)
    {
        var first = detected.Plus(FromDetection);
        var second = acknowledged.Plus(FromAcknowledgement);
        return first > second ? first : second;
    }
}
