using System.Diagnostics.Metrics;
using IncidentKit;
using IncidentKit.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds IncidentKit to a host, with what runs in the background.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public static class IncidentKitHostingExtensions
{
    /// <summary>
    /// Adds all that <see cref="IncidentKitServiceCollectionExtensions.AddIncidentKitCore"/> adds, and the monitor of
    /// obligations and the dispatcher of deliveries as hosted services. What the host registered already stays; calling it
    /// again adds nothing.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    public static IIncidentKitBuilder AddIncidentKit(this IServiceCollection services) => services.AddIncidentKit(static _ => { });

    /// <summary>Adds IncidentKit, see <see cref="AddIncidentKit(IServiceCollection)"/>, with settings.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the settings; they are checked when the host starts.</param>
    public static IIncidentKitBuilder AddIncidentKit(this IServiceCollection services, Action<IncidentKitOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddIncidentKitCore(configure);
        services.TryAddSingleton<ObligationMonitor>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ObligationMonitor>(
            provider => provider.GetRequiredService<ObligationMonitor>()));
        services.AddOptions<DeliveryOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>());
        services.TryAddSingleton(MakeDispatcher);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DeliveryDispatcher>(
            provider => provider.GetRequiredService<DeliveryDispatcher>()));
        return builder;
    }

    /// <summary>Adds IncidentKit with the settings of a section of the configuration, read once the settings are first needed.</summary>
    /// <remarks>
    /// <c>DefaultPolicy</c> names the policy of new incidents. <c>Policies</c> holds policies by name, with the keys of a policy in JSON:
    /// <c>Policies:payments:levels:0:name</c>. There are no other keys.
    /// When the host starts, every fault is reported with its key. Where several sections are
    /// added, their policies are taken together; of two with one name the one of the later section counts.
    /// </remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">The section, usually <c>IncidentKit</c>.</param>
    public static IIncidentKitBuilder AddIncidentKit(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddSingleton<IValidateOptions<IncidentKitOptions>>(new ConfigurationKeysValidator(section));
        return services.AddIncidentKit(options =>
        {
            options.DefaultPolicy = section[nameof(IncidentKitOptions.DefaultPolicy)] ?? options.DefaultPolicy;
            var policies = section.GetSection("Policies");
            foreach (var policy in policies.GetChildren())
                options.PolicyDocuments[policy.Key] = new PolicyDocument { Json = ConfigurationJson.Of(policy), Path = policy.Path };
        });
    }

    /// <summary>Changes how deliveries are tried; checked when the host starts.</summary>
    public static IIncidentKitBuilder ConfigureDeliveries(this IIncidentKitBuilder builder, Action<DeliveryOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        return builder;
    }

    private static DeliveryDispatcher MakeDispatcher(IServiceProvider provider) => new(
        provider.GetRequiredService<IncidentConnections>(),
        provider.GetRequiredService<IncidentManager>(),
        provider.GetRequiredService<IIncidentStore>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<IOptions<DeliveryOptions>>().Value,
        provider.GetService<IMeterFactory>(),
        provider.GetService<ILogger<DeliveryDispatcher>>());
}
