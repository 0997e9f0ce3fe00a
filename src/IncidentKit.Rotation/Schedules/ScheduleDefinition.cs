namespace IncidentKit.Rotation;

/// <summary>What a schedule is made of.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ScheduleDefinition
{
    /// <summary>What the schedule is called.</summary>
    public required string Name { get; init; }

    /// <summary>The zone of layers that name none.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The layers; of equal priority they are on call together.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<OnCallLayer> Layers { get; init => field = [.. value]; } = [];

    /// <summary>The overrides and swaps; on one person the later wins.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<OnCallOverride> Overrides { get; init => field = [.. value]; } = [];

    /// <summary>Periods that stand apart from layers and overrides; no two overlap.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<FixedPeriod> FixedPeriods { get; init => field = [.. value]; } = [];

    /// <summary>When people are away.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<TimeOff> TimeOff { get; init => field = [.. value]; } = [];

    /// <summary>The holidays of windows with a <see cref="HolidayRule"/> and of reports.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<DateOnly> Holidays { get; init => field = [.. value.Distinct().Order()]; } = [];

    /// <summary>What local times mean where the clocks change.</summary>
    /// <value><see cref="LocalTimePolicy.Default"/>.</value>
    public LocalTimePolicy LocalTime { get; init; } = LocalTimePolicy.Default;

    internal ScheduleDefinition With(IReadOnlyList<OnCallLayer> layers, IReadOnlyList<OnCallOverride> overrides) => new()
    {
        Name = Name,
        TimeZone = TimeZone,
        Layers = layers,
        Overrides = overrides,
        FixedPeriods = FixedPeriods,
        TimeOff = TimeOff,
        Holidays = Holidays,
        LocalTime = LocalTime,
    };
}
