using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>Every synthetic incident gives exactly the ledger that an independent evaluator gave.</summary>
public sealed class ObligationCasesTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Read().Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Replay_SyntheticIncident_GivesTheExpectedLedger(int index)
    {
        var test = Read()[index]!;
        using var file = new TemporaryFile(test["incident"]!.ToJsonString());
        string[] asOf = test["query"]?["asOf"]?.GetValue<string>() is { } instant ? ["--as-of", instant] : [];

        var (exitCode, output, errors) = Host.Run(["replay", file.Path, "--json", .. asOf]);

        Assert.Equal((0, ""), (exitCode, errors));
        var expected = test["expect"]!.AsArray().Select(Line);
        var actual = JsonNode.Parse(output)!["obligations"]!.AsArray().Select(Line);
        Assert.Equal(expected, actual);
    }

    private static string Line(JsonNode? row) =>
        $"{row!["obligation"]} since {row["since"]} due {row["dueAt"]} met {row["metAt"]}: {row["status"]}";

    private static JsonArray Read() => JsonNode.Parse(File.ReadAllText(Host.Fixture("obligation-cases.json")))!["cases"]!.AsArray();
}
