namespace Microsoft.Extensions.DependencyInjection;

internal static class BuilderInstances
{
    /// <summary>Adds an object that a host made, unless it is there already.</summary>
    public static IIncidentKitBuilder AddOnce<T>(this IIncidentKitBuilder builder, T own)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(own);
        if (!builder.Services.Any(service => service.ServiceType == typeof(T) && ReferenceEquals(service.ImplementationInstance, own)))
            builder.Services.AddSingleton(own);
        return builder;
    }
}
