using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>Every synthetic incident gives exactly the ledger that an independent evaluator gave.</summary>
public sealed class ObligationCasesTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Read().Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Replay_SyntheticIncident_GivesTheExpectedLedger(int index)
    {
        var test = Read()[index]!;
        var file = Path.Combine(Path.GetTempPath(), $"incidentkit-case-{Environment.ProcessId}-{index}.json");
        await File.WriteAllTextAsync(file, test["incident"]!.ToJsonString(), TestContext.Current.CancellationToken);
        try
        {
            string[] asOf = test["query"]?["asOf"]?.GetValue<string>() is { } instant ? ["--as-of", instant] : [];
            var (exitCode, output, errors) = await Host.RunAsync(["replay", file, "--json", .. asOf]);

            Assert.Equal("", errors);
            Assert.Equal(0, exitCode);
            var expected = test["expect"]!.AsArray().Select(Line);
            var actual = JsonNode.Parse(output)!["obligations"]!.AsArray().Select(Line);
            Assert.Equal(expected, actual);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Line(JsonNode? row) =>
        $"{row!["obligation"]} since {row["since"]} due {row["dueAt"]} met {row["metAt"]}: {row["status"]}";

    private static JsonArray Read() => JsonNode.Parse(File.ReadAllText(Host.Fixture("obligation-cases.json")))!["cases"]!.AsArray();
}
