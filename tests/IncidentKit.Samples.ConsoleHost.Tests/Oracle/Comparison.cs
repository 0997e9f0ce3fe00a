using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>Asks program and oracle the same question.</summary>
internal static class Comparison
{
    /// <summary>What only one of them says; empty where they agree.</summary>
    public static List<string> Differences(JsonObject incident, DateTimeOffset? asOf)
    {
        using var file = new TemporaryFile(incident.ToJsonString());
        using var document = JsonDocument.Parse(incident.ToJsonString());
        return Differences(file, document.RootElement, asOf);
    }

    public static List<string> Differences(TemporaryFile file, JsonElement incident, DateTimeOffset? asOf)
    {
        string[] at = asOf is { } instant ? ["--as-of", instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)] : [];
        var (exitCode, output, errors) = Host.Run(["replay", file.Path, "--json", .. at]);
        if (exitCode != 0 || errors.Length > 0)
            return [$"exit code {exitCode}: {errors}"];
        using var document = JsonDocument.Parse(output);
        var (program, oracle) = (Answer.OfProgram(document.RootElement), Answer.OfOracle(incident, asOf));
        return program.SequenceEqual(oracle)
            ? []
            :
            [
                .. program.Except(oracle).Select(line => "program: " + line),
                .. oracle.Except(program).Select(line => "oracle:  " + line),
                "(or their order)",
            ];
    }

    /// <summary>Every instant of an incident and of its ledger, and a second to either side.</summary>
    public static List<DateTimeOffset> Instants(JsonElement incident) =>
        [.. Texts(incident).Select(Instant).Concat(PlainLedger.Of(new PlainRecord(incident, null)).Select(r => r.DueAt))
            .OfType<DateTimeOffset>().SelectMany(at => new[] { at.AddSeconds(-1), at, at.AddSeconds(1) }).Distinct()];

    private static DateTimeOffset? Instant(string text) =>
        text.Length >= 20 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) ? at.ToUniversalTime() : null;

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
