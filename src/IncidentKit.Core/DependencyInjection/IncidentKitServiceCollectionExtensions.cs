using IncidentKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds IncidentKit to a host.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public static class IncidentKitServiceCollectionExtensions
{
    /// <summary>
    /// Adds the manager, the mitigation playbook, the role advisor, the policies, the system's clock, a factory of ids, and a
    /// store in memory, all as singletons, and the monitor of obligations and the dispatcher of deliveries as hosted services.
    /// What the host registered already stays; calling it again adds nothing.
    /// </summary>
    /// <remarks>
    /// The role advisor asks an <see cref="IOnCallDirectory"/>, which <c>AddRotation</c> or the host adds. Lifecycle
    /// and ledger belong to a policy, and each incident follows its own: make them from
    /// <see cref="IncidentPolicies.Of"/>, or ask the manager.
    /// </remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the settings; they are checked when the host starts.</param>
    public static IIncidentKitBuilder AddIncidentKit(this IServiceCollection services, Action<IncidentKitOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<IncidentKitOptions>().ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IncidentKitOptions>, IncidentKitOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIncidentIdFactory, Version7IncidentIdFactory>();
        services.TryAddSingleton<IIncidentStore, InMemoryIncidentStore>();
        services.TryAddSingleton(ConfiguredPolicies.None);
        services.TryAddSingleton(provider => new IncidentPolicies(
            IncidentPolicies.WithBuiltIn(
                [.. provider.GetServices<IncidentPolicy>(), .. provider.GetRequiredService<ConfiguredPolicies>().Policies])
                .Select(policy => policy.Plus(provider.GetServices<IncidentRule>(), provider.GetServices<ObligationDefinition>())),
            provider.GetRequiredService<IOptions<IncidentKitOptions>>().Value.DefaultPolicy));
        services.TryAddSingleton<IncidentManager>();
        services.TryAddSingleton<ObligationMonitor>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, ObligationMonitor>(provider => provider.GetRequiredService<ObligationMonitor>()));
        services.AddDeliveries();
        services.AddOptions<MitigationChecks>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MitigationChecks>, MitigationChecksValidator>());
        services.TryAddSingleton<MitigationPlaybook>();
        services.TryAddSingleton(provider => new RoleAdvisor(
            provider.GetRequiredService<IIncidentStore>(),
            provider.GetService<IOnCallDirectory>()
                ?? throw new InvalidOperationException("Nothing says who is on call, so no roles can be proposed. "
                    + "Add schedules with AddRotation, or register an IOnCallDirectory."),
            provider.GetRequiredService<IncidentPolicies>(),
            provider.GetRequiredService<TimeProvider>()));
        return new IncidentKitBuilder(services);
    }

    /// <summary>Adds IncidentKit with the settings of a section of the configuration, read once the settings are first needed.</summary>
    /// <remarks>
    /// <c>DefaultPolicy</c> names the policy of new incidents. <c>Policies</c> holds policies by name, with the keys of a policy in JSON:
    /// <c>Policies:payments:levels:0:name</c>. When the host starts, every fault is reported with its key.
    /// </remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">The section, usually <c>IncidentKit</c>.</param>
    public static IIncidentKitBuilder AddIncidentKit(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.TryAddSingleton(_ => ConfiguredPolicies.Read(section.GetSection("Policies")));
        return services.AddIncidentKit(
            options => options.DefaultPolicy = section[nameof(IncidentKitOptions.DefaultPolicy)] ?? options.DefaultPolicy);
    }
}
