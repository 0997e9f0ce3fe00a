using System.Diagnostics.CodeAnalysis;
using IncidentKit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds policies, observers and mitigation checks to IncidentKit.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public static class IncidentKitBuilderExtensions
{
    /// <summary>
    /// Adds a policy. One with the name and version of a built-in policy takes its place; adding the same
    /// one again changes nothing.
    /// </summary>
    public static IIncidentKitBuilder AddPolicy(this IIncidentKitBuilder builder, IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policy);
        builder.Services.AddSingleton(policy);
        return builder;
    }

    /// <summary>
    /// Adds a custom rule to every policy that has none with its id. For one policy alone, put it into that policy's
    /// <see cref="IncidentPolicy.Rules"/>.
    /// </summary>
    public static IIncidentKitBuilder AddRule(this IIncidentKitBuilder builder, IncidentRule rule)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(rule);
        builder.Services.AddSingleton(rule);
        return builder;
    }

    /// <summary>
    /// Adds a custom obligation to every policy that has none with its name. For one policy alone, put it into that
    /// policy's <see cref="IncidentPolicy.Obligations"/>.
    /// </summary>
    public static IIncidentKitBuilder AddObligation(this IIncidentKitBuilder builder, ObligationDefinition obligation)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(obligation);
        builder.Services.AddSingleton(obligation);
        return builder;
    }

    /// <summary>
    /// Adds an observer as a singleton; adding its type again changes nothing. An observer that gives commands asks its
    /// <see cref="IServiceProvider"/> for the manager when it is called, since the manager is made with its observers.
    /// </summary>
    /// <typeparam name="TObserver">The type of the observer.</typeparam>
    public static IIncidentKitBuilder AddObserver<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>(this IIncidentKitBuilder builder)
        where TObserver : class, IIncidentObserver
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IIncidentObserver, TObserver>());
        return builder;
    }

    /// <summary>
    /// Adds a check to the mitigation playbook (P19) as a singleton; adding its type again changes nothing. All checks are
    /// examined together when the host starts.
    /// </summary>
    /// <typeparam name="TCheck">The type of the check.</typeparam>
    public static IIncidentKitBuilder AddMitigationCheck<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TCheck>(this IIncidentKitBuilder builder)
        where TCheck : class, IMitigationCheck
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMitigationCheck, TCheck>());
        return builder;
    }

    /// <summary>
    /// Adds a check to the mitigation playbook (P19), for checks of one type that differ in their settings; adding the same
    /// one again changes nothing.
    /// </summary>
    public static IIncidentKitBuilder AddMitigationCheck(this IIncidentKitBuilder builder, IMitigationCheck check) =>
        builder.AddOnce(check);
}
