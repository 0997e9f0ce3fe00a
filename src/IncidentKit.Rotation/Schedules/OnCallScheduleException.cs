namespace IncidentKit.Rotation;

/// <summary>One thing that is wrong with a schedule.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ScheduleFault
{
    /// <summary>Where, by the names of the JSON form, such as <c>layers[0].rotation.first</c>.</summary>
    public required string Place { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Reason} {Remedy}";
}

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
