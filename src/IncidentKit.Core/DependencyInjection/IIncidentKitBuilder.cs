namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Composes IncidentKit further.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public interface IIncidentKitBuilder
{
    /// <summary>The services of the host.</summary>
    IServiceCollection Services { get; }
}
