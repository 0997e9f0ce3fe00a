using IncidentKit.Templates;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Composes messages and documents further.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public sealed class TemplatesBuilder
{
    internal TemplatesBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Takes the wording from the <c>.liquid</c> files of a folder; the last folder counts.</summary>
    /// <param name="folder">The folder; a relative one is below the current directory, or beside the program.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is blank.</exception>
    public TemplatesBuilder WordingFrom(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Services.Configure<TemplatesOptions>(options => options.WordingFolder = folder);
        return this;
    }

    /// <summary>Keeps the host from starting if its wording has a fault.</summary>
    public TemplatesBuilder FailOnBrokenWording()
    {
        Services.Configure<TemplatesOptions>(options => options.FailOnBrokenWording = true);
        return this;
    }
}
