using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentKit.Templates.Tests;

[Process("P42")]
public sealed class AddTemplatesTests
{
    [Fact]
    public void AddTemplates_Twice_AddsNothingTwice()
    {
        var services = new ServiceCollection();
        services.AddIncidentKit().AddTemplates().AddTemplates();

        Assert.Single(services, service => service.ServiceType == typeof(Notifications));
        Assert.Single(services, service => service.ImplementationType == typeof(TemplatesOptionsValidator));
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Assert.Equal(
            "Checkout: we are looking into a problem",
            provider.GetRequiredService<Notifications>().Holding("Checkout").Build().Subject);
        Assert.NotNull(provider.GetRequiredService<PostMortems>());
    }

    [Fact]
    public void AddTemplates_WordingsOfTheHost_Stay()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Wordings.BuiltIn);
        services.AddIncidentKit().AddTemplates(templates => templates.WordingFrom("no such folder"));

        using var provider = services.BuildServiceProvider();
        Assert.Same(Wordings.BuiltIn, provider.GetRequiredService<Wordings>());
    }

    [Fact]
    public async Task Start_BrokenWording_IsLoggedAsAnErrorAndTheHostStarts()
    {
        using var folder = new WordingFolder(("holding.liquid", "# {{ service }}\n{{ oops }}"));
        var log = new ListLogger();
        using var host = Host(folder, log, templates => templates.WordingFrom(folder.Path));

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Contains("holding.liquid(2): nothing is named \"oops\"", Assert.Single(log.Errors), StringComparison.Ordinal);
        Assert.Equal(
            "Checkout: we are looking into a problem",
            host.Services.GetRequiredService<Notifications>().Holding("Checkout").Build().Subject);
    }

    [Fact]
    public async Task Start_BrokenWordingAndTheHostAskedForIt_Fails()
    {
        using var folder = new WordingFolder(("holding.liquid", "# {{ service }}\n{{ oops }}"));
        using var host = Host(folder, new ListLogger(), templates => templates.WordingFrom(folder.Path).FailOnBrokenWording());

        var failed = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("holding.liquid(2)", failed.Message, StringComparison.Ordinal);
    }

    private static IHost Host(WordingFolder folder, ListLogger log, Action<TemplatesBuilder> configure)
    {
        Assert.True(Directory.Exists(folder.Path));
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(log);
        builder.Services.AddIncidentKit().AddTemplates(configure);
        return builder.Build();
    }
}
