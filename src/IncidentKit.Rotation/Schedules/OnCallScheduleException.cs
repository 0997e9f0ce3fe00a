namespace IncidentKit.Rotation;

/// <summary>A schedule cannot be made. Holds every fault that was found.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class OnCallScheduleException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="faults">The faults, at least one.</param>
    public OnCallScheduleException(IReadOnlyList<ScheduleFault> faults)
        : base(ScheduleFaults.Message(faults)) => Faults = faults;

    /// <summary>The faults.</summary>
    public IReadOnlyList<ScheduleFault> Faults { get; }
}
