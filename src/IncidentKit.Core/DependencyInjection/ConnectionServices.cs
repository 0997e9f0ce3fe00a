using IncidentKit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gathers the connections of a host.</summary>
internal static class ConnectionServices
{
    // Ports that a host registered as services are connected too.
    internal static void AddConnections(this IServiceCollection services) => services.TryAddSingleton(provider => new IncidentConnections(
    [
        .. provider.GetServices<IIncidentChat>().Select(chat => new ChatConnection(chat)),
        .. provider.GetServices<ITicketTracker>()
            .Select(tracker => new TicketConnection(tracker, provider.GetRequiredService<IncidentPolicies>())),
        .. provider.GetServices<IStatusPage>().Select(page => new StatusPageConnection(page)),
        .. provider.GetServices<IIncidentConnection>(),
    ]));
}
