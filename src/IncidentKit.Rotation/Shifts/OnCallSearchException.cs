namespace IncidentKit.Rotation;

/// <summary>A search was given up after too many changes of the schedule without a result.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class OnCallSearchException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reached">How far the search came.</param>
    public OnCallSearchException(DateTimeOffset reached)
        : base($"The search came to {Iso8601.Format(reached)} through {SegmentWalk.MostBarren:N0} changes "
            + "of the schedule without a result. Ask for a shorter range.") =>
        Reached = reached;

    /// <summary>How far the search came.</summary>
    public DateTimeOffset Reached { get; }
}
