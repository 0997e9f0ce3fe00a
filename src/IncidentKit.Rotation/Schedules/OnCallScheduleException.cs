namespace IncidentKit.Rotation;

/// <summary>A schedule cannot be made. Holds every fault that was found.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class OnCallScheduleException : ArgumentException
{
    private const int MostInMessage = 50;

    /// <summary>Creates the exception.</summary>
    /// <param name="faults">The faults, at least one.</param>
    public OnCallScheduleException(IReadOnlyList<ScheduleFault> faults)
        : base(string.Join(Environment.NewLine, (faults ?? throw new ArgumentNullException(nameof(faults))).Take(MostInMessage))) =>
        Faults = faults;

    /// <summary>The faults.</summary>
    public IReadOnlyList<ScheduleFault> Faults { get; }
}
