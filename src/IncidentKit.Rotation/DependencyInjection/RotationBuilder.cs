using IncidentKit.Rotation;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds schedules to a host.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public sealed class RotationBuilder
{
    internal RotationBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a schedule, a singleton, for the service of its name. Adding it again changes nothing.</summary>
    public RotationBuilder AddSchedule(OnCallSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return AddSchedule(schedule, schedule.Name);
    }

    /// <summary>Adds a schedule for services. Adding it again for the same service changes nothing.</summary>
    /// <param name="schedule">The schedule; a singleton.</param>
    /// <param name="services">The services, by the names that incidents carry.</param>
    /// <exception cref="ArgumentException">No service is named, or one is blank.</exception>
    public RotationBuilder AddSchedule(OnCallSchedule schedule, params IReadOnlyList<string> services)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(services);
        if (services.Count == 0 || services.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Name the services of the schedule; none is blank.", nameof(services));
        foreach (var service in services)
        {
            var added = new ServiceSchedule(service, schedule);
            if (!Services.Any(s => added.Equals(s.ImplementationInstance)))
                Services.AddSingleton(added);
        }

        return this;
    }
}
