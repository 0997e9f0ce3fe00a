namespace IncidentKit.Rotation;

/// <summary>Reads who is on call for a service from its schedules: in the order of the schedules, then of ids.</summary>
/// <remarks>Names of services are compared without regard to case. Immutable and thread-safe.</remarks>
public sealed class ScheduleDirectory : IOnCallDirectory
{
    private readonly ILookup<string, OnCallSchedule> _schedules;

    /// <summary>Creates a directory of schedules, each for the service of its name.</summary>
    public ScheduleDirectory(params IEnumerable<OnCallSchedule> schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        _schedules = schedules.ToLookup(s => s.Name, StringComparer.OrdinalIgnoreCase);
    }

    internal ScheduleDirectory(IEnumerable<ServiceSchedule> schedules) =>
        _schedules = schedules.ToLookup(s => s.Service, s => s.Schedule, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Responder>> OnCallAsync(string service, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<Responder>>(cancellationToken);
        return new([.. _schedules[service].SelectMany(s => s.OnCallAt(instant)).Distinct()]);
    }

    /// <inheritdoc />
    /// <exception cref="OnCallSearchException">Too many changes of a schedule without the end of a shift.</exception>
    public ValueTask<DateTimeOffset?> ShiftEndAsync(
        string service,
        Responder person,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        ArgumentNullException.ThrowIfNull(person);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<DateTimeOffset?>(cancellationToken);
        if (until <= after)
            return default;
        // Where one schedule lets the person go, another may still hold the person: then the shift goes on.
        var schedules = _schedules[service].ToList();
        var ends = from schedule in schedules
                   from shift in schedule.ClippedShifts(after, until)
                   where shift.Person == person && !schedules.Exists(s => s.OnCallAt(shift.End!.Value).Contains(person))
                   select shift.End;
        return new(ends.Min());
    }
}
