using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Hosting.Tests.DependencyInjection;

/// <summary>What a host gets, and that what runs wakes up for each commit, whoever made the manager and the monitors.</summary>
public sealed class AddIncidentKitTests
{
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly TaskCompletionSource _published = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void Core_RunsNothingByItself()
    {
        var services = new ServiceCollection();
        services.AddIncidentKitCore();

        using var provider = services.BuildServiceProvider();

        Assert.Empty(provider.GetServices<IHostedService>());
        Assert.NotNull(provider.GetRequiredService<IncidentManager>());
    }

    [Fact]
    public void Hosting_AddedTwice_RunsEachServiceOnce()
    {
        var services = new ServiceCollection();
        services.AddIncidentKit();
        services.AddIncidentKit(options => options.DefaultPolicy = "strict");

        using var provider = services.BuildServiceProvider();

        Assert.Equal(
            [typeof(ObligationMonitor), typeof(DeliveryDispatcher)],
            provider.GetServices<IHostedService>().Select(service => service.GetType()));
        Assert.Equal("strict", provider.GetRequiredService<IncidentPolicies>().Default.Name);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("the manager")]
    [InlineData("the dispatcher")]
    public async Task Dispatcher_HostMadeSomethingItself_WakesForACommitWhileTheClockStands(string made)
    {
        await using var provider = Host(made);
        var manager = provider.GetRequiredService<IncidentManager>();
        var dispatcher = provider.GetRequiredService<DeliveryDispatcher>();
        await dispatcher.StartAsync(Cancel);

        var declared = new DeclareIncident { By = Alice, Title = "Checkout fails", Service = "checkout", Level = 1 };
        var incident = (await manager.DeclareAsync(declared, Cancel)).Incident!.Id;
        var update = new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "We are investigating." };
        await manager.ExecuteAsync(incident, update, Cancel);

        await _published.Task.WaitAsync(Cancel);
        await dispatcher.StopAsync(Cancel);
    }

    [Theory]
    [InlineData("{", "this is no JSON")]
    [InlineData("""{ "version": "2", "levls": [] }""", "levls")]
    public void PolicyDocument_WithAFault_IsNamedByItsPath(string json, string fault)
    {
        var services = new ServiceCollection();
        services.AddIncidentKit(options =>
            options.PolicyDocuments["payments"] = new PolicyDocument { Json = json, Path = "policies/payments.json" });
        using var provider = services.BuildServiceProvider();

        var failed = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IncidentManager>());

        Assert.StartsWith("policies/payments.json", Assert.Single(failed.Failures), StringComparison.Ordinal);
        Assert.Contains(fault, failed.Failures.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("..", failed.Failures.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_Two_AreTakenTogetherAndEachFaultHasItsOwnKey()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["A:Policies:one:version"] = "none",
            ["B:Policies:two:version"] = "2",
        }).Build();
        var services = new ServiceCollection();
        services.AddIncidentKit(configuration.GetSection("A"));
        services.AddIncidentKit(configuration.GetSection("B"));
        using var provider = services.BuildServiceProvider();

        var failed = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IncidentPolicies>());

        Assert.StartsWith("A:Policies:one:version:", Assert.Single(failed.Failures), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ServiceProvider Host(string made)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        if (made == "the manager")
        {
            services.AddSingleton(provider => new IncidentManager(
                provider.GetRequiredService<IIncidentStore>(), provider.GetRequiredService<IIncidentIdFactory>(), _clock, [],
                provider.GetRequiredService<IncidentPolicies>(), connections: provider.GetRequiredService<IncidentConnections>()));
        }

        if (made == "the dispatcher")
        {
            services.AddSingleton(provider => new DeliveryDispatcher(
                provider.GetRequiredService<IncidentConnections>(), provider.GetRequiredService<IncidentManager>(),
                provider.GetRequiredService<IIncidentStore>(), _clock, new DeliveryOptions()));
        }

        services.AddIncidentKit().AddStatusPage(new Page(_published));
        return services.BuildServiceProvider();
    }

    private sealed class Page(TaskCompletionSource published) : IStatusPage
    {
        public string Name => "page";

        public bool KeepsRestrictions => false;

        public ValueTask<DeliveryResult> PublishAsync(StatusPageUpdate update, CancellationToken cancellationToken)
        {
            published.TrySetResult();
            return new(DeliveryResult.Delivered());
        }

        public ValueTask<DeliveryResult> ResolveAsync(StatusPageUpdate update, CancellationToken cancellationToken) =>
            PublishAsync(update, cancellationToken);
    }
}
