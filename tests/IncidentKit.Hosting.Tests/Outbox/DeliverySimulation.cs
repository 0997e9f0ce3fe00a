using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentKit.Hosting.Tests.Outbox;

/// <summary>
/// A small world, from a seed: incidents whose commits hold deliveries, ports, and hosts that deliver, all on one
/// thread and in simulated time.
/// </summary>
internal sealed class DeliverySimulation
{
    private static readonly IReadOnlyList<IncidentEvent> Declared = new IncidentLifecycle(IncidentPolicy.Default)
        .Declare(Story.Id, new DeclareIncident { By = Story.Alice, Title = "Checkout fails", Service = "checkout" }, Story.Start).Events;

    private readonly Random _random;
    private readonly InMemoryIncidentStore _store = new();
    private readonly List<(DateTimeOffset At, IncidentId Incident, string Port, string Id)> _planned;
    private readonly List<(FailingStore Store, CancellationTokenSource Stopping, DeliveryLine[] Lines)> _hosts = [];
    private readonly int _storeFailsOneIn;
    private int _committed;

    public DeliverySimulation(int seed, int deadPorts, bool storeFails)
    {
        _planned = [];
        _random = new Random(seed);
        _storeFailsOneIn = storeFails ? _random.Next(4, 20) : 0;
        Options = new DeliveryOptions
        {
            AttemptLimit = TimeSpan.FromSeconds(5), HoldMargin = TimeSpan.FromSeconds(5),
            FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromSeconds(8),
            Jitter = _random.Next(3) / 2.0, MostFailures = 10_000, MostAtOnce = 8,
        };
        Ports = [.. Enumerable.Range(0, 2 + deadPorts).Select(i => new UnreliablePort($"port {i}", seed, isDead: i >= 2, Clock))];
        var incidents = Enumerable.Range(1, _random.Next(1, 4))
            .Select(i => new IncidentId(new Guid(i, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)))
            .ToList();
        foreach (var incident in incidents)
        {
            var at = Story.Start;
            for (var i = 0; i < _random.Next(2, 6); i++)
            {
                at = at.AddSeconds(_random.Next(10));
                _planned.Add((at, incident, Ports[_random.Next(2)].Name, $"{i}"));
                _planned.AddRange(Ports.Skip(2).Select(dead => (at, incident, dead.Name, $"{i}")));
            }

            IReadOnlyList<IncidentEvent> events = [.. Declared.Select(e => e with { Incident = incident })];
            Append(incident, 0, events, []);
        }

        _planned = [.. _planned.OrderBy(p => p.At)];
    }

    public SimulatedTime Clock { get; } = new(Story.Start);

    public DeliveryOptions Options { get; }

    public IReadOnlyList<UnreliablePort> Ports { get; }

    public IEnumerable<UnreliablePort> Living => Ports.Take(2);

    /// <summary>What was to be delivered to a port of an incident, in order.</summary>
    public ILookup<(string Port, IncidentId Incident), string> Planned => _planned.ToLookup(p => (p.Port, p.Incident), p => p.Id);

    /// <summary>Runs until everything has come to the living ports.</summary>
    public async Task RunAsync(int hosts, int restarts)
    {
        for (var i = 0; i < hosts; i++)
            StartHost();
        for (var step = 0; step < 3000; step++)
        {
            CommitWhatIsDue();
            if (restarts > 0 && _random.Next(8) == 0)
            {
                restarts--;
                RestartHost(_random.Next(_hosts.Count), crash: _random.Next(2) == 0);
            }

            DateTimeOffset? next = null;
            foreach (var (line, stopping) in _hosts.SelectMany(host => host.Lines.Select(line => (line, host.Stopping.Token))).ToList())
            {
                var look = await line.LookAsync(stopping);
                next = next < look.Next ? next : look.Next;
            }

            if (_committed == _planned.Count
                && (await _store.ReadDeliveryBacklogAsync(CancellationToken.None))
                    .Where(b => b.Outstanding > 0)
                    .All(b => Ports.Skip(2).Any(dead => dead.Name == b.Port)))
            {
                return;
            }

            // An attempt that ends rings its line: so the hosts look again at each timer.
            next = Clock.Next < next ? Clock.Next : next;
            var due = _committed < _planned.Count && _planned[_committed].At < next ? _planned[_committed].At : next!.Value;
            Clock.AdvanceTo(due);
        }

        Assert.Fail("Not everything was delivered.");
    }

    private void StartHost()
    {
        var store = new FailingStore(_store, new Random(_random.Next()), _storeFailsOneIn);
        var manager = new IncidentManager(store, new CountingIds(), Clock, [], new IncidentPolicies(IncidentPolicy.Default));
        var lines = Ports
            .Select(port => new DeliveryLine(port, manager, store, Clock, Options, DeliveryInstruments.Of(null, Clock), NullLogger.Instance)
            {
                Calling = static call => call(),
            })
            .ToArray();
        _hosts.Add((store, new CancellationTokenSource(), lines));
    }

    // A host that crashes records nothing any more; its requests are on their way.
    private void RestartHost(int index, bool crash)
    {
        var host = _hosts[index];
        _hosts.RemoveAt(index);
        host.Store.IsDown = crash;
        host.Stopping.Cancel();
        StartHost();
    }

    private void CommitWhatIsDue()
    {
        for (; _committed < _planned.Count && _planned[_committed].At <= Clock.GetUtcNow(); _committed++)
        {
            var (at, incident, port, id) = _planned[_committed];
            Append(
                incident, Declared.Count, [], [new IncidentDelivery { Id = id, Port = port, Kind = "test", Payload = "", NotBefore = at }]);
        }
    }

    private void Append(IncidentId incident, long version, IReadOnlyList<IncidentEvent> events, IReadOnlyList<IncidentDelivery> deliveries)
    {
        var summary = IncidentSummary.Of(Incident.Replay(Declared.Select(e => e with { Incident = incident })));
        var append = _store.AppendAsync(
            incident,
            version,
            new IncidentCommit { Events = events, NextDueAt = null, Summary = summary, Deliveries = deliveries },
            CancellationToken.None);
        Assert.True(append.IsCompletedSuccessfully);
    }
}
