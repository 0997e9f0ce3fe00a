using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentKit.Hosting.Tests.DependencyInjection;

/// <summary>Policies from configuration: each under its name, checked when the host starts.</summary>
[Process("P01")]
public sealed class ConfiguredPoliciesTests
{
    [Fact]
    public void Find_PolicyOfTheConfiguration_HasItsSettingsAndTheDefaults()
    {
        using var services = Services(new()
        {
            ["IncidentKit:DefaultPolicy"] = "payments",
            ["IncidentKit:Policies:payments:Version"] = "3",
            ["IncidentKit:Policies:payments:Levels:0:Name"] = "P1",
            ["IncidentKit:Policies:payments:Levels:0:Response:Within"] = "00:02:00",
            ["IncidentKit:Policies:payments:Levels:0:Audience:0"] = "on-call",
            ["IncidentKit:Policies:payments:Levels:1:Name"] = "P2",
            ["IncidentKit:Policies:payments:Levels:1:Response:EndOfNextBusinessDay"] = "true",
            ["IncidentKit:Policies:payments:Calendar:TimeZone"] = "Europe/Berlin",
            ["IncidentKit:Policies:payments:Rules:ik2003"] = "Enforce",
        });

        var policy = services.GetRequiredService<IncidentPolicies>().Default;

        Assert.Equal(("payments", 3, 2), (policy.Name, policy.Version, policy.Levels.Count));
        Assert.Equal((TimeSpan.FromMinutes(2), "on-call"), (policy.Levels[0].Response.Time, policy.Levels[0].Audience.Single()));
        Assert.Equal("Europe/Berlin", policy.Calendar.Zone.Id);
        Assert.Equal(RuleEnforcement.Enforce, policy.Enforcement["IK2003"]);
        Assert.Equal(IncidentPolicy.Default.ReopenWithin, policy.ReopenWithin);
    }

    [Fact]
    public void Start_SeveralFaults_AreAllNamedWithTheirKeys()
    {
        using var services = Services(
            new()
            {
                ["IncidentKit:DefaultPolicy"] = "search",
                ["IncidentKit:Policies:payments:Version"] = "new",
                ["IncidentKit:Policies:payments:Levels:0:Name"] = "P1",
                ["IncidentKit:Policies:payments:Levels:0:Response:Within"] = "00:02:00",
                ["IncidentKit:Policies:payments:Calendar:TimeZone"] = "Mars/Olympus",
            },
            new IncidentPolicy { Name = "ops", ProvisionalLevel = 9 });

        var faults = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<IncidentKitOptions>>().Value)
            .Failures.ToList();

        Assert.Equal(5, faults.Count);
        Assert.Contains(faults, f => f.StartsWith("IncidentKit:Policies:payments:version:", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("IncidentKit:Policies:payments:levels:", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("IncidentKit:Policies:payments:calendar:timeZone:", StringComparison.Ordinal));
        Assert.Contains(
            faults,
            f => f.Contains("\"ops\"", StringComparison.Ordinal) && f.Contains("provisionalLevel", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("IncidentKit:DefaultPolicy", StringComparison.Ordinal));
    }

    [Fact]
    public void Start_UnknownKeysOfTheSection_AreRefusedWithTheKeyThatWasMeant()
    {
        using var services = Services(new() { ["IncidentKit:DefaultPolcy"] = "strict", ["IncidentKit:Colour"] = "red" });

        Assert.Equal(
            [
                "IncidentKit:Colour: there is no such key, only DefaultPolicy and Policies.",
                "IncidentKit:DefaultPolcy: there is no such key: did you mean DefaultPolicy?",
            ],
            Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<IncidentKitOptions>>().Value).Failures);
    }

    [Theory]
    [InlineData(70)]
    [InlineData(20_000)]
    public void Start_ConfigurationOfAnyDepth_IsATypedError(int depth)
    {
        using var services = Services(new() { ["IncidentKit:Policies:payments" + string.Concat(Enumerable.Repeat(":a", depth))] = "1" });

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<IncidentKitOptions>>().Value);

        Assert.StartsWith(
            "IncidentKit:Policies:payments:a: there is no such key", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_RuleThatNoIncidentCanMeet_IsNamedForEachPolicyWithItsKey()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["IncidentKit:Policies:payments:Version"] = "2" })
            .Build();
        services.AddIncidentKit(configuration.GetSection("IncidentKit"));
        services.AddSingleton(HostRules.Make("ACME-1", [typeof(CloseIncident)], _ => new RuleBreach("Never."), steps: _ => []));
        using var provider = services.BuildServiceProvider();

        var faults = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<IncidentKitOptions>>().Value)
            .Failures.ToList();

        Assert.Equal(
            "IncidentKit:Policies:payments:rules:ACME-1: an incident of SEV-1 or SEV-2 or SEV-3 or SEV-4 can never be closed, "
                + "since ACME-1 stands in the way.",
            Assert.Single(faults, f => f.StartsWith("IncidentKit:", StringComparison.Ordinal)));
        Assert.Contains(
            faults,
            f => f.StartsWith("The policy \"default\", with the host's rules: rules.ACME-1:", StringComparison.Ordinal));
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings, params IncidentPolicy[] added)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        var kit = services.AddIncidentKit(configuration.GetSection("IncidentKit"));
        foreach (var policy in added)
            kit.AddPolicy(policy);
        return services.BuildServiceProvider();
    }
}
