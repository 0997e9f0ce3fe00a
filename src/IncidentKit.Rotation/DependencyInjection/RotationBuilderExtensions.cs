using IncidentKit;
using IncidentKit.Rotation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds on-call schedules to IncidentKit.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public static class RotationBuilderExtensions
{
    /// <summary>
    /// Adds an <see cref="IOnCallDirectory"/> over schedules, as a singleton. One that the host registered already stays;
    /// calling it again adds schedules.
    /// </summary>
    /// <param name="builder">The builder of IncidentKit.</param>
    /// <param name="configure">Adds schedules.</param>
    public static IIncidentKitBuilder AddRotation(this IIncidentKitBuilder builder, Action<RotationBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.TryAddSingleton<IOnCallDirectory>(provider => new ScheduleDirectory(provider.GetServices<ServiceSchedule>()));
        configure(new RotationBuilder(builder.Services));
        return builder;
    }
}
