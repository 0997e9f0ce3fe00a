using System.Diagnostics.CodeAnalysis;
using IncidentKit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds chat, ticket trackers, status pages and other connections to IncidentKit.</summary>
/// <remarks>
/// Deliveries are stored with each commit, and the dispatcher hands them over. Not thread-safe: a host is composed by one thread.
/// </remarks>
public static class IntegrationBuilderExtensions
{
    /// <summary>Adds a ticket tracker as a singleton; adding its type again changes nothing.</summary>
    /// <typeparam name="TTracker">The type of the tracker.</typeparam>
    public static IIncidentKitBuilder AddTicketTracker<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TTracker>(
        this IIncidentKitBuilder builder)
        where TTracker : class, ITicketTracker => builder.Add<ITicketTracker, TTracker>();

    /// <summary>Adds a ticket tracker, for one that is made in code; adding the same one again changes nothing.</summary>
    public static IIncidentKitBuilder AddTicketTracker(this IIncidentKitBuilder builder, ITicketTracker tracker) =>
        builder.AddOnce(tracker);

    /// <summary>Adds a chat as a singleton; adding its type again changes nothing.</summary>
    /// <typeparam name="TChat">The type of the chat.</typeparam>
    public static IIncidentKitBuilder AddChat<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TChat>(
        this IIncidentKitBuilder builder)
        where TChat : class, IIncidentChat => builder.Add<IIncidentChat, TChat>();

    /// <summary>Adds a chat, for one that is made in code; adding the same one again changes nothing.</summary>
    public static IIncidentKitBuilder AddChat(this IIncidentKitBuilder builder, IIncidentChat chat) => builder.AddOnce(chat);

    /// <summary>Adds a status page as a singleton; adding its type again changes nothing.</summary>
    /// <typeparam name="TPage">The type of the page.</typeparam>
    public static IIncidentKitBuilder AddStatusPage<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPage>(
        this IIncidentKitBuilder builder)
        where TPage : class, IStatusPage => builder.Add<IStatusPage, TPage>();

    /// <summary>Adds a status page, for one that is made in code; adding the same one again changes nothing.</summary>
    public static IIncidentKitBuilder AddStatusPage(this IIncidentKitBuilder builder, IStatusPage page) => builder.AddOnce(page);

    /// <summary>Adds a custom connection as a singleton; adding its type again changes nothing.</summary>
    /// <remarks>
    /// A connection that gives commands returns them as <see cref="DeliveryResult.Fact"/>, since the manager is
    /// made with its connections.
    /// </remarks>
    /// <typeparam name="TConnection">The type of the connection.</typeparam>
    public static IIncidentKitBuilder AddConnection<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TConnection>(
        this IIncidentKitBuilder builder)
        where TConnection : class, IIncidentConnection => builder.Add<IIncidentConnection, TConnection>();

    /// <summary>Adds a custom connection, for one that is made in code; adding the same one again changes nothing.</summary>
    public static IIncidentKitBuilder AddConnection(this IIncidentKitBuilder builder, IIncidentConnection connection) =>
        builder.AddOnce(connection);

    private static IIncidentKitBuilder Add<TPort, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TOwn>(
        this IIncidentKitBuilder builder)
        where TPort : class
        where TOwn : class, TPort
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<TPort, TOwn>());
        return builder;
    }
}
