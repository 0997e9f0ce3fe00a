namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds objects that a host made.</summary>
internal static class BuilderInstances
{
    /// <summary>Adds an object, where it is not there yet.</summary>
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
