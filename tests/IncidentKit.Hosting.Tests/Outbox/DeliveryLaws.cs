namespace IncidentKit.Hosting.Tests.Outbox;

/// <summary>Whatever fails, everything arrives at least once and in order, and nobody waits for somebody else's failure.</summary>
public sealed class DeliveryLaws
{
    // Two laws: INCIDENTKIT_LAWS=10 runs ten thousand worlds.
    private static int Tries => Math.Max(8, (int)(500 * LawsAttribute.Scale));

    [Fact]
    public Task Deliveries_PortsAndStoreThatFailAtRandom_ArriveAtLeastOnceAndInOrderThroughRestarts() => Task.Run(async () =>
    {
        var (repeated, restarted) = (0, 0);
        for (var seed = 0; seed < Tries; seed++)
        {
            var world = new DeliverySimulation(seed, deadPorts: 0, storeFails: seed % 2 == 0);
            var restarts = seed % 4;
            await world.RunAsync(hosts: 1 + (seed / 4 % 2), restarts);

            foreach (var port in world.Living)
            {
                var arrived = port.Arrived.ToLookup(a => (port.Name, new IncidentId(a.Incident)), a => a.Id);
                foreach (var planned in world.Planned.Where(p => p.Key.Port == port.Name))
                {
                    Assert.True(
                        planned.SequenceEqual(arrived[planned.Key].Distinct()),
                        $"seed {seed}: {planned.Key} wants {string.Join(' ', planned)}, and got {string.Join(' ', arrived[planned.Key])}");
                }

                Assert.Empty(arrived.Select(a => a.Key).Except(world.Planned.Select(p => p.Key)));
                repeated += port.Arrived.Count - arrived.Sum(a => a.Distinct().Count());
            }

            restarted += restarts;
        }

        Assert.True(repeated > Tries / 10 && restarted >= Tries, $"{repeated} came twice, {restarted} restarts");
    }, TestContext.Current.CancellationToken);

    [Fact]
    public Task Deliveries_PortThatIsDead_DelaysNoOtherPortByATick() => Task.Run(async () =>
    {
        var asked = 0;
        for (var seed = 0; seed < Tries; seed++)
        {
            var alone = new DeliverySimulation(seed, deadPorts: 0, storeFails: false);
            await alone.RunAsync(hosts: 1, restarts: 0);
            var beside = new DeliverySimulation(seed, deadPorts: 1, storeFails: false);
            await beside.RunAsync(hosts: 1, restarts: 0);

            foreach (var (quiet, busy) in alone.Living.Zip(beside.Living))
            {
                Assert.True(
                    quiet.Arrived.Order().SequenceEqual(busy.Arrived.Order()),
                    $"seed {seed}: {quiet.Name} got {string.Join(' ', busy.Arrived)}, and without the dead port "
                        + $"{string.Join(' ', quiet.Arrived)}");
            }

            asked += beside.Ports[2].Asked;
            Assert.Empty(beside.Ports[2].Arrived);
        }

        Assert.True(asked > Tries, $"the dead ports were asked {asked} times");
    }, TestContext.Current.CancellationToken);
}
