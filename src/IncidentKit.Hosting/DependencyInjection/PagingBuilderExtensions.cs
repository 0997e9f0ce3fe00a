using System.Diagnostics.CodeAnalysis;
using IncidentKit;
using IncidentKit.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds paging to IncidentKit.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public static class PagingBuilderExtensions
{
    /// <summary>
    /// Pages through <typeparamref name="TPager"/>, which is added as a singleton, and runs the paging monitor as a hosted
    /// service. What the host registered already stays.
    /// </summary>
    /// <remarks>
    /// Who is on call, an <see cref="IOnCallDirectory"/> says; who stands behind other words, an
    /// <see cref="IAudienceDirectory"/>. Where there is none, a step is skipped, with a record.
    /// </remarks>
    /// <typeparam name="TPager">The type of the pager.</typeparam>
    public static IIncidentKitBuilder AddPager<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPager>(
        this IIncidentKitBuilder builder)
        where TPager : class, IPager
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IPager, TPager>();
        return builder.AddMonitor();
    }

    /// <summary>Pages through <paramref name="pager"/>, for one that is made in code. What the host registered already stays.</summary>
    /// <inheritdoc cref="AddPager{TPager}" path="/remarks"/>
    public static IIncidentKitBuilder AddPager(this IIncidentKitBuilder builder, IPager pager)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(pager);
        builder.Services.TryAddSingleton(pager);
        return builder.AddMonitor();
    }

    private static IIncidentKitBuilder AddMonitor(this IIncidentKitBuilder builder)
    {
        builder.Services.TryAddSingleton(_ => new PagingBacklog());
        builder.Services.TryAddSingleton<PagingMonitor>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PagingService>());
        return builder;
    }
}
