using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentKit.Tests.Mitigation;

/// <summary>A host adds checks to the playbook, and hears of all their faults when it starts.</summary>
[Process("P19")]
public sealed class AddMitigationCheckTests
{
    [Fact]
    public void AddMitigationCheck_SameTypeOrInstanceAgain_AddsNothing()
    {
        var load = new LoadCheck("load");
        using var services = Provider(kit => kit.AddMitigationCheck<DeploymentCheck>()
            .AddMitigationCheck<DeploymentCheck>()
            .AddMitigationCheck(load)
            .AddMitigationCheck(load)
            .AddMitigationCheck(new LoadCheck("queue")));

        var playbook = services.GetRequiredService<MitigationPlaybook>();

        Assert.Equal(["deployment", "load", "queue"], playbook.Checks.Select(check => check.Name));
        Assert.Same(playbook, services.GetRequiredService<MitigationPlaybook>());
    }

    [Fact]
    public void Start_ChecksWithFaults_NamesAllOfThem()
    {
        using var services = Provider(kit =>
            kit.AddMitigationCheck(new LoadCheck("load")).AddMitigationCheck(new LoadCheck("load")).AddMitigationCheck(new LoadCheck("")));

        Assert.Equal(
            2,
            Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Failures.Count());
        Assert.Equal(2, Assert.Throws<MitigationPlaybookException>(services.GetRequiredService<MitigationPlaybook>).Faults.Count);
    }

    [Fact]
    public void Start_CheckThatNeedsTheManager_Starts()
    {
        using var services = Provider(kit => kit.AddMitigationCheck<HistoryCheck>());

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Single(services.GetRequiredService<MitigationPlaybook>().Checks);
    }

    private static ServiceProvider Provider(Action<IIncidentKitBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddIncidentKit());
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    private sealed class DeploymentCheck : IMitigationCheck
    {
        public string Name => "deployment";

        public MitigationKind Proposes => MitigationKind.Rollback;

        public string Question => "Was there a recent deployment?";

        public TimeSpan TimeLimit => TimeSpan.FromSeconds(5);

        public ValueTask<MitigationFinding> AskAsync(Incident incident, CancellationToken cancellationToken) => new(MitigationFinding.No());
    }

    private sealed class LoadCheck(string name) : IMitigationCheck
    {
        public string Name => name;

        public MitigationKind Proposes => MitigationKind.ScaleUp;

        public string Question => "Is it capacity?";

        public TimeSpan TimeLimit => TimeSpan.FromSeconds(5);

        public ValueTask<MitigationFinding> AskAsync(Incident incident, CancellationToken cancellationToken) => new(MitigationFinding.No());
    }

    private sealed class HistoryCheck(IncidentManager incidents, IOptions<IncidentKitOptions> options) : IMitigationCheck
    {
        public string Name => "history";

        public MitigationKind Proposes => MitigationKind.Restart;

        public string Question => $"Did a restart help {incidents.GetType().Name} under {options.Value.DefaultPolicy}?";

        public TimeSpan TimeLimit => TimeSpan.FromSeconds(5);

        public ValueTask<MitigationFinding> AskAsync(Incident incident, CancellationToken cancellationToken) =>
            new(MitigationFinding.Unknown());
    }
}
