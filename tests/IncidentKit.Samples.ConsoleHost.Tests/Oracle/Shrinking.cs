using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>Takes away from an incident all that a difference does not need.</summary>
internal static class Shrinking
{
    private static readonly string[] Required = ["id", "title", "service", "date", "started", "role", "public", "kind", "at"];

    public static JsonObject Smallest(JsonObject incident, Func<JsonObject, bool> differs)
    {
        while (Smaller(incident).FirstOrDefault(differs) is { } smaller)
            incident = smaller;
        return incident;
    }

    private static IEnumerable<JsonObject> Smaller(JsonObject incident)
    {
        foreach (var path in Paths(incident, []))
        {
            var copy = (JsonObject)incident.DeepClone();
            var owner = path[..^1].Aggregate((JsonNode)copy, (node, step) => step is int index ? node[index]! : node[(string)step]!);
            if (path[^1] is int entry)
                ((JsonArray)owner).RemoveAt(entry);
            else
                ((JsonObject)owner).Remove((string)path[^1]);
            yield return copy;
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path) => node switch
    {
        JsonObject owner =>
            owner.Where(p => !Required.Contains(p.Key)).SelectMany(p => Paths(p.Value, [.. path, p.Key]).Prepend([.. path, p.Key])),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(i => Paths(list[i], [.. path, i]).Prepend([.. path, i])),
        _ => [],
    };
}
