using BenchmarkDotNet.Attributes;
using Stateless;

namespace IncidentKit.Benchmarks;

/// <summary>A decision through all rules against one bare Fire on a ready machine: at most 2 times, and its bytes + 1 KB.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private static readonly DateTimeOffset Now = new(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
    private static readonly Responder Alice = new("alice");
    private readonly IncidentLifecycle _lifecycle = new(IncidentPolicy.Default);
    private readonly DeclareMitigated _command = new() { By = Alice, How = MitigatedBy.Rollback };
    private StateMachine<IncidentPhase, int> _machine = null!;
    private IncidentPhase _phase;
    private Incident _incident = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _machine = new(() => _phase, phase => _phase = phase);
        _machine.Configure(IncidentPhase.Mitigation).Permit(1, IncidentPhase.Resolution);
        _incident = _lifecycle.Declare(
            new IncidentId(Guid.CreateVersion7(Now)),
            new DeclareIncident { Title = "Payments fail", Service = "Checkout", By = Alice },
            Now).Incident!;
        _incident = _lifecycle.Decide(_incident, new BeginMitigation { By = Alice }, Now).Incident!;
    }

    [Benchmark(Baseline = true)]
    public IncidentPhase BareFire()
    {
        _phase = IncidentPhase.Mitigation;
        _machine.Fire(1);
        return _phase;
    }

    [Benchmark]
    public Decision Decide() => _lifecycle.Decide(_incident, _command, Now);
}
