namespace IncidentKit.Rotation;

/// <summary>Sites or a period cannot be examined. Holds every fault; each place begins with the name of the argument.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FollowTheSunException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="faults">The faults, at least one.</param>
    public FollowTheSunException(IReadOnlyList<ScheduleFault> faults)
        : base(ScheduleFaults.Message(faults)) => Faults = faults;

    /// <summary>The faults.</summary>
    public IReadOnlyList<ScheduleFault> Faults { get; }
}
