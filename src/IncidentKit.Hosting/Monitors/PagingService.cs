using Microsoft.Extensions.Hosting;

namespace IncidentKit.Hosting;

/// <summary>Runs the paging monitor for as long as the host runs.</summary>
internal sealed class PagingService(PagingMonitor monitor) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => monitor.RunAsync(stoppingToken);
}
