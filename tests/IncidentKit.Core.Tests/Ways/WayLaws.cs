using System.Diagnostics;
using FsCheck.Xunit;
using IncidentKit.Tests.Lifecycle;

namespace IncidentKit.Tests.Ways;

/// <summary>Whatever refuses a command, the way leads past it.</summary>
[Process("P61")]
[Laws(60, Arbitrary = [typeof(Steps)], EndSize = 100)]
public sealed class WayLaws(ITestOutputHelper output)
{
    private static readonly Dictionary<string, int> Seen = [];

    [Property]
    public void WayTo_RefusedCommand_LeadsThere_Default(Step[] steps, int seed) => AssertLeadsThere(IncidentPolicy.Default, steps, seed);

    [Property]
    public void WayTo_RefusedCommand_LeadsThere_Strict(Step[] steps, int seed) => AssertLeadsThere(IncidentPolicy.Strict, steps, seed);

    private void AssertLeadsThere(IncidentPolicy policy, Step[] steps, int seed)
    {
        var lifecycle = new IncidentLifecycle(policy);
        var random = new Random(seed);
        var told = 0;
        Steps.Run(policy, steps, (incident, _, _, now) =>
        {
            if (told++ % 4 != 0)
                return;
            foreach (var command in Steps.All(incident, steps[told - 1], now))
            {
                if (lifecycle.Can(incident, command, now))
                    continue;
                var watch = Stopwatch.GetTimestamp();
                var way = lifecycle.WayTo(incident, command, now);
                var took = Stopwatch.GetElapsedTime(watch);
                lock (Seen)
                {
                    var key = $"{policy.Name} {way.Kind} {way.Steps.Count}";
                    Seen[key] = Seen.GetValueOrDefault(key) + 1;
                    Seen[key + " µs"] = Seen.GetValueOrDefault(key + " µs") + (int)took.TotalMicroseconds;
                }

                if (way.Kind == WayKind.Steps)
                {
                    AssertAccepted(way, incident, command, WayFollower.Follow(lifecycle, incident, command, now, way, way.Examples));
                    var values = WayFollower.Filled(way, random);
                    AssertAccepted(way, incident, command, WayFollower.Follow(lifecycle, incident, command, now, way, values));
                }
                else if (way.Kind is WayKind.None or WayKind.Unknown)
                {
                    output.WriteLine($"{policy.Name} {command} in {incident.Phase} {incident.LevelName}: {way}");
                }
            }
        });
        output.WriteLine(string.Join("\n", Seen.OrderBy(s => s.Key)));
    }

    private static void AssertAccepted(Way way, Incident incident, IncidentCommand command, Decision decision) =>
        Assert.True(decision.IsAccepted, $"{command}\nin {incident.Phase} {incident.LevelName} {incident.Roles}\n{way}\n{decision}");
}
