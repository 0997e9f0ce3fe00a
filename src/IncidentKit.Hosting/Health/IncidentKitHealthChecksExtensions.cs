using IncidentKit;
using IncidentKit.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health check of IncidentKit.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public static class IncidentKitHealthChecksExtensions
{
    /// <summary>
    /// Adds a check named <c>incidentkit</c>: degraded where obligations stay unchecked, deliveries are late or some are set
    /// aside; unhealthy where the store cannot say. Needs <c>AddIncidentKit</c>. Add it once.
    /// </summary>
    public static IHealthChecksBuilder AddIncidentKit(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration("incidentkit", provider => new IncidentKitHealthCheck(
            provider.GetRequiredService<IIncidentStore>(),
            provider.GetRequiredService<IncidentConnections>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Options.IOptions<DeliveryOptions>>().Value), HealthStatus.Degraded, null));
    }
}
