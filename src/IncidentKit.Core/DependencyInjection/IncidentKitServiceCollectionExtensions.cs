using IncidentKit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds IncidentKit without anything that runs by itself. A host uses <c>AddIncidentKit</c> of the package IncidentKit.Hosting.
/// </summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public static class IncidentKitServiceCollectionExtensions
{
    /// <summary>
    /// Adds the manager, the mitigation playbook, the role advisor, the policies, the system's clock, a factory of ids, and a
    /// store in memory, all as singletons. What the host registered already stays; calling it again adds nothing.
    /// </summary>
    /// <remarks>
    /// Nothing watches deadlines, pages people or delivers to chat, tickets and status pages: the package IncidentKit.Hosting does, with
    /// <c>AddIncidentKit</c>. The role advisor asks an <see cref="IOnCallDirectory"/>, which <c>AddRotation</c> or the host adds.
    /// Lifecycle and ledger belong to a policy, and each incident follows its own: make them from
    /// <see cref="IncidentPolicies.Of"/>, or ask the manager.
    /// </remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the settings; they are checked when the host starts.</param>
    public static IIncidentKitBuilder AddIncidentKitCore(this IServiceCollection services, Action<IncidentKitOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<IncidentKitOptions>().ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IncidentKitOptions>, IncidentKitOptionsValidator>());
        services.AddOptions<IncidentManagerOptions>()
            .Validate(options => options.MaxAttempts >= 1, "IncidentManagerOptions.MaxAttempts is below 1. Set it to at least 1.")
            .Validate(
                options => options.MaxWaitingCommits >= 1,
                "IncidentManagerOptions.MaxWaitingCommits is below 1. Set it to at least 1.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIncidentIdFactory, Version7IncidentIdFactory>();
        services.TryAddSingleton<IIncidentStore, InMemoryIncidentStore>();
        services.TryAddSingleton(MakePolicies);
        services.TryAddSingleton<IncidentManager>();
        services.AddConnections();
        services.AddOptions<MitigationChecks>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MitigationChecks>, MitigationChecksValidator>());
        services.TryAddSingleton<MitigationPlaybook>();
        services.TryAddSingleton(MakeRoleAdvisor);
        return new IncidentKitBuilder(services);
    }

    private static IncidentPolicies MakePolicies(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<IncidentKitOptions>>().Value;
        var policies = IncidentPolicies.WithBuiltIn([.. provider.GetServices<IncidentPolicy>(), .. options.Configured.Policies]);
        var (rules, obligations) = (provider.GetServices<IncidentRule>(), provider.GetServices<ObligationDefinition>());
        return new IncidentPolicies(policies.Select(policy => policy.Plus(rules, obligations)), options.DefaultPolicy);
    }

    private static RoleAdvisor MakeRoleAdvisor(IServiceProvider provider) => new(
        provider.GetRequiredService<IIncidentStore>(),
        provider.GetService<IOnCallDirectory>() ?? throw new InvalidOperationException(
            "Nothing says who is on call, so no roles can be proposed. Add schedules with AddRotation, or register an IOnCallDirectory."),
        provider.GetRequiredService<IncidentPolicies>(),
        provider.GetRequiredService<TimeProvider>());
}
