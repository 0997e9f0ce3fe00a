using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>Two readings of the specification, the program's and the oracle's, give the same answer to every random question.</summary>
public sealed class DifferentialTests
{
    private const int IncidentsPerSeed = 200;
    private const int InstantsPerIncident = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Replay_RandomIncidents_AgreesWithTheOracle(int seed)
    {
        var random = new RandomIncidents(seed);
        for (var i = 0; i < IncidentsPerSeed; i++)
        {
            var incident = random.Next();
            using (var draft = JsonDocument.Parse(incident.ToJsonString()))
                random.MoveFactsTo(incident, Comparison.Instants(draft.RootElement));
            using var file = new TemporaryFile(incident.ToJsonString());
            using var document = JsonDocument.Parse(incident.ToJsonString());
            var instants = Comparison.Instants(document.RootElement);
            foreach (var asOf in (DateTimeOffset?[])[null, .. Enumerable.Range(0, InstantsPerIncident).Select(_ => random.OneOf(instants))])
            {
                if (Comparison.Differences(file, document.RootElement, asOf).Count > 0)
                    Assert.Fail(Story(incident, asOf));
            }
        }
    }

    private static string Story(JsonObject incident, DateTimeOffset? asOf)
    {
        var smallest = Shrinking.Smallest(
            incident,
            smaller => Comparison.Differences(smaller, asOf) is [var first, ..] && !first.StartsWith("exit", StringComparison.Ordinal));
        return $"as of {asOf:u}: {smallest.ToJsonString()}\n{string.Join('\n', Comparison.Differences(smallest, asOf))}";
    }
}
