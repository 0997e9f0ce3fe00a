using IncidentKit.Tests.Deliveries;
using static IncidentKit.Tests.Lifecycle.Story;

namespace IncidentKit.Tests.Management;

/// <summary>
/// A monitor and a dispatcher that run for years keep nothing. The long run, with figures, is an option of the benchmarks.
/// </summary>
public sealed class LongRunTests
{
    [Fact]
    public Task Monitor_TwoYearsOfIncidents_LeavesNothingBehindOnceTheyAreOver() => Task.Run(async () =>
    {
        var (clock, store) = (new SimulatedTime(Start), new InMemoryIncidentStore());
        var port = new UnreliablePort("port", 3, isDead: false, clock);
        var connections = new IncidentConnections([new Noting(port)]);
        var manager = new IncidentManager(
            store, new CountingIds(), clock, [], new IncidentPolicies(IncidentPolicy.Default), null, connections);
        var monitor = new ObligationMonitor(manager, store, clock);
        List<int> kept = [];
        for (var year = 0; year < 2; year++)
        {
            for (var i = 0; i < 40; i++)
            {
                var id = (await manager.DeclareAsync(
                    new() { By = Alice, Title = "Checkout fails", Service = "checkout", Level = 4, AlertKey = $"alert {year} {i}" },
                    CancellationToken.None)).Incident!.Id;
                for (var hour = 0; hour < 9 * 24; hour += 12)
                {
                    clock.AdvanceTo(clock.GetUtcNow().AddHours(12));
                    await monitor.CheckAsync(CancellationToken.None);
                    await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = "still looking" }, CancellationToken.None);
                    await DeliverAsync();
                }

                Assert.True((await manager.ExecuteAsync(
                    id,
                    new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "nothing there" },
                    CancellationToken.None)).IsAccepted);
                await DeliverAsync();
            }

            kept.Add(store.KeptForOpenIncidentsAndDeliveries + manager.KeptForObservers);
        }

        Assert.True(port.Arrived.Count > 1000, $"{port.Arrived.Count} deliveries");
        Assert.Equal([0, 0], kept);

        async Task DeliverAsync()
        {
            var line = new DeliveryLine(
                connections.All[0],
                manager,
                store,
                clock,
                new DeliveryOptions { MostFailures = 10_000 },
                Instruments.Of(null, clock),
                Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance)
            {
                Calling = static call => call(),
            };
            while (await store.NextDeliveryAsync("port", CancellationToken.None) is not null)
            {
                var (_, next) = await line.LookAsync(CancellationToken.None);
                clock.AdvanceTo(clock.Next < next ? clock.Next.Value : next);
            }
        }
    }, TestContext.Current.CancellationToken);

    private sealed class Noting(UnreliablePort port) : IIncidentConnection
    {
        public string Name => port.Name;

        public bool KeepsRestrictions => true;

        public IEnumerable<IncidentDelivery> Of(IncidentCommitted committed) =>
            committed.Events.Select(e => IncidentDelivery.Of(e, Name, "fact"));

        public ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
            port.DeliverAsync(attempt, cancellationToken);
    }
}
