using IncidentKit.Hosting;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests;

/// <summary>
/// A monitor and a dispatcher that run for years keep nothing. The long run, with figures, is an option of the benchmarks.
/// </summary>
public sealed class LongRunTests
{
    [Fact]
    public Task Monitor_TwoYearsOfIncidents_LeavesNothingBehindOnceTheyAreOver() => Task.Run(async () =>
    {
        var (clock, store) = (new SimulatedTime(Start), new InMemoryIncidentStore());
        var notes = new BusyConnection();
        var connections = new IncidentConnections([notes]);
        var manager = new IncidentManager(
            store, new CountingIds(), clock, [], new IncidentPolicies(IncidentPolicy.Default), null, connections);
        var monitor = new ObligationMonitor(manager, store, clock);
        var dispatcher = new DeliveryDispatcher(connections, manager, store, clock, new DeliveryOptions { MostFailures = 10_000 });
        List<int> kept = [];
        for (var year = 0; year < 2; year++)
        {
            for (var i = 0; i < 40; i++)
            {
                var declared = new DeclareIncident
                {
                    By = Alice, Title = "Checkout fails", Service = "checkout", Level = 4, AlertKey = $"alert {year} {i}",
                };
                var id = (await manager.DeclareAsync(declared, CancellationToken.None)).Incident!.Id;
                for (var hour = 0; hour < 9 * 24; hour += 12)
                {
                    clock.AdvanceTo(clock.GetUtcNow().AddHours(12));
                    await monitor.CheckAsync(CancellationToken.None);
                    await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = "still looking" }, CancellationToken.None);
                    await DeliverAsync();
                }

                var cancelled = new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "nothing there" };
                Assert.True((await manager.ExecuteAsync(id, cancelled, CancellationToken.None)).IsAccepted);
                await DeliverAsync();
            }

            kept.Add(store.KeptForOpenIncidentsAndDeliveries + manager.KeptForObservers);
        }

        Assert.True(notes.Arrived > 1000, $"{notes.Arrived} deliveries");
        Assert.Equal([0, 0], kept);

        async Task DeliverAsync()
        {
            while (await store.NextDeliveryAsync(notes.Name, CancellationToken.None) is { } next)
            {
                if (next > clock.GetUtcNow())
                    clock.AdvanceTo(next);
                await dispatcher.DispatchAsync(CancellationToken.None);
            }
        }
    }, TestContext.Current.CancellationToken);

    /// <summary>Takes two deliveries of three at the first try.</summary>
    private sealed class BusyConnection : IIncidentConnection
    {
        private int _attempts;

        public int Arrived { get; private set; }

        public string Name => "notes";

        public bool KeepsRestrictions => true;

        public IEnumerable<IncidentDelivery> Of(IncidentCommitted committed) =>
            committed.Events.Select(e => IncidentDelivery.Of(e, Name, "fact"));

        public ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _attempts) % 3 == 0)
                return new(DeliveryResult.Unknown("busy"));
            Arrived++;
            return new(DeliveryResult.Delivered());
        }
    }
}
