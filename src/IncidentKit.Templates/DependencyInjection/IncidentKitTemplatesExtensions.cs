using IncidentKit;
using IncidentKit.Templates;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds messages and post-mortems to IncidentKit.</summary>
/// <remarks>Not thread-safe: a host is composed by one thread.</remarks>
public static class IncidentKitTemplatesExtensions
{
    /// <summary>
    /// Adds <see cref="Notifications"/>, <see cref="PostMortems"/> and <see cref="Wordings"/> as singletons. What the host
    /// registered already stays; calling it again adds nothing but settings.
    /// </summary>
    /// <param name="builder">The builder of IncidentKit.</param>
    /// <param name="configure">Names the wording, which is checked when the host starts.</param>
    public static IIncidentKitBuilder AddTemplates(this IIncidentKitBuilder builder, Action<TemplatesBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<TemplatesOptions>().ValidateOnStart();
        services.TryAddSingleton<WordingSource>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TemplatesOptions>, TemplatesOptionsValidator>());
        services.TryAddSingleton(
            provider => provider.GetRequiredService<WordingSource>().For(provider.GetRequiredService<IOptions<TemplatesOptions>>().Value));
        services.TryAddSingleton(provider => new Notifications(
            provider.GetRequiredService<IncidentPolicies>(),
            provider.GetRequiredService<Wordings>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(
            provider => new PostMortems(provider.GetRequiredService<IncidentPolicies>(), provider.GetRequiredService<Wordings>()));
        configure?.Invoke(new TemplatesBuilder(services));
        return builder;
    }
}
