namespace Microsoft.Extensions.DependencyInjection;

internal sealed class IncidentKitBuilder(IServiceCollection services) : IIncidentKitBuilder
{
    public IServiceCollection Services { get; } = services;
}
