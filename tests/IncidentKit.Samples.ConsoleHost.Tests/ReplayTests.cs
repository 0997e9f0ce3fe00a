using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

public sealed class ReplayTests
{
    private const string Sound = """{ "id": "x", "title": "T", "service": "S", "date": "2025-11-18", "started": null }""";

    // Durations in seconds, by hand from the files: to detect, to mitigate, to resolve, downtime.
    [Theory]
    [InlineData("cloudflare-2019-07-02", 180, 1620, 4200, 1620, "notDue")]
    [InlineData("dfds-2020-02-03", null, 1860, 7740, 1860, "due")]
    [InlineData("dfds-2021-06-22", 480, 1500, 1500, 1500, "notDue")]
    [InlineData("dfds-2023-02-14", 120, 900, 4380, 900, "notDue")]
    [InlineData("eslint-2018-07-12", 5280, 10080, 31980, 10080, "due")]
    [InlineData("fastly-2021-06-08", 60, 10080, 10620, 10080, "due")]
    [InlineData("gitlab-2017-01-31", 0, 63000, 66600, 63000, "due")]
    [InlineData("google-sre-book-shakespeare-2015", 60, 2520, 3960, 2520, "due")]
    [InlineData("incidentio-2025-04-09", null, 660, 660, 660, "notDue")]
    [InlineData("knight-capital-2012-08-01", null, 2700, null, 2700, "due")]
    [InlineData("slack-2021-01-04", 2700, 11700, 16800, 11700, "due")]
    [InlineData("stackexchange-2016-07-20", null, 2040, 2040, 2040, "due")]
    [InlineData("worked-example", 120, 2040, 2640, 2040, "due")]
    public void Replay_RealIncident_GivesItsDurations(
        string name,
        int? toDetect,
        int? toMitigate,
        int? toResolve,
        int? downtime,
        string publicPostMortem)
    {
        var document = Replay(Host.Fixture("incidents", name + ".json"));

        var seconds = document["seconds"]!;
        Assert.Equal(
            [toDetect, toMitigate, toResolve, downtime],
            new[] { "toDetect", "toMitigate", "toResolve", "downtime" }.Select(key => (int?)seconds[key]));
        Assert.Equal(publicPostMortem, (string?)document["publicPostMortem"]);
        Assert.Equal("assumed", (string?)document["downtimeBasis"]);
        Assert.Empty(document["contradictions"]!.AsArray());
    }

    [Theory]
    [InlineData("assignCommander", "2025-11-18T14:27:00Z", "2025-11-18T14:30:00Z")]
    [InlineData("firstPublicUpdate", "2025-11-18T14:35:00Z", "2025-11-18T14:48:00Z")]
    [InlineData("mitigate", "2025-11-18T14:53:00Z", "2025-11-18T14:55:00Z")]
    public void Replay_WorkedExample_HasTheThreeLateObligations(string obligation, string due, string met)
    {
        var document = Replay(Host.Fixture("incidents", "worked-example.json"));

        var row = document["obligations"]!.AsArray().Single(o => (string?)o!["obligation"] == obligation)!;
        Assert.Equal(("metLate", due, met), ((string?)row["status"], (string?)row["dueAt"], (string?)row["metAt"]));
    }

    [Fact]
    public void Replay_TimesThatContradict_NamesThemAndCountsNothing()
    {
        using var file = new TemporaryFile("""
            { "id": "x", "title": "T", "service": "S", "date": "2025-11-18",
              "started": "2025-11-18T14:00:00Z", "detected": "2025-11-18T13:00:00Z",
              "mitigated": "2025-11-18T13:30:00Z", "resolved": "2025-11-18T15:00:00Z" }
            """);

        var document = Replay(file.Path);

        Assert.Null(document["seconds"]!["toDetect"]);
        Assert.Null(document["seconds"]!["toMitigate"]);
        Assert.Null(document["seconds"]!["downtime"]);
        Assert.Equal(3600, (int?)document["seconds"]!["toResolve"]);
        Assert.Equal(["toDetect", "toMitigate"], document["contradictions"]!.AsArray().Select(c => (string?)c!["what"]));
    }

    [Fact]
    public void Replay_OverlappingOutages_CountsEachMomentOnce()
    {
        using var file = new TemporaryFile("""
            { "id": "x", "title": "T", "service": "S", "date": "2025-11-18",
              "started": "2025-11-18T14:00:00Z", "mitigated": "2025-11-18T19:00:00Z",
              "impactIntervals": [
                { "kind": "outage", "from": "2025-11-18T14:00:00Z", "to": "2025-11-18T14:20:00Z" },
                { "kind": "outage", "from": "2025-11-18T14:10:00Z", "to": "2025-11-18T14:30:00Z", "share": 0.5 },
                { "kind": "degraded", "from": "2025-11-18T14:30:00Z", "to": "2025-11-18T18:00:00Z" } ] }
            """);

        var document = Replay(file.Path);

        Assert.Equal(
            (1800, "intervals", "due"),
            ((int)document["seconds"]!["downtime"]!, (string)document["downtimeBasis"]!, (string)document["publicPostMortem"]!));
    }

    [Theory]
    [InlineData("no JSON", "{ oops", "line 1")]
    [InlineData("a missing field", """{ "id": "x", "service": "S", "date": "2025-11-18", "started": null }""", "$.title: is required")]
    [InlineData("a missing start", """{ "id": "x", "title": "T", "service": "S", "date": "2025-11-18" }""", "$.started: is required")]
    [InlineData(
        "an unknown level",
        """{ "id": "x", "title": "T", "service": "S", "date": "2025-11-18", "started": null, "severityGuess": "SEV9" }""",
        "$.severityGuess: \"SEV9\"")]
    [InlineData(
        "a time without an offset",
        """{ "id": "x", "title": "T", "service": "S", "date": "2025-11-18", "started": "2025-11-18T14:00:00" }""",
        "$.started: \"2025-11-18T14:00:00\"")]
    [InlineData(
        "an inverted interval",
        """
        { "id": "x", "title": "T", "service": "S", "date": "2025-11-18", "started": null,
          "impactIntervals": [{ "kind": "outage", "from": "2025-11-18T15:00:00Z", "to": "2025-11-18T14:00:00Z" }] }
        """,
        "$.impactIntervals[0].to")]
    [InlineData(
        "a title with a line break",
        """{ "id": "x", "title": "T\nU", "service": "S", "date": "2025-11-18", "started": null }""",
        "$.title: Title holds the character U+000A")]
    [InlineData("a list", "[]", "$: an object is expected")]
    public void Replay_UnsoundFile_SaysWhereAndWhyAndExitsWith2(string what, string content, string expected)
    {
        using var file = new TemporaryFile(content);

        var (exitCode, output, errors) = Host.Run("replay", file.Path, "--json");

        Assert.True(exitCode == 2, what);
        Assert.Equal("", output);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.StartsWith(file.Path, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_AsAProgram_WritesJsonToStandardOutput()
    {
        var (exitCode, output, errors) = await Host.StartAsync(
            "replay", Host.Fixture("incidents", "worked-example.json"), "--json", "--as-of", "2025-11-18T14:40:00Z");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal("worked-example", (string?)JsonNode.Parse(output)!["id"]);
    }

    [Fact]
    public async Task Replay_UnsoundFileAsAProgram_WritesFaultsToStandardError()
    {
        using var file = new TemporaryFile("[]");

        var (exitCode, output, errors) = await Host.StartAsync("replay", file.Path, "--json");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith(file.Path, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_SeveralFaults_NamesAllOfThem()
    {
        using var file = new TemporaryFile(
            """{ "id": "x", "service": 3, "date": "yesterday", "started": "soon", "timeline": [{ "at": "x" }] }""");

        var (_, _, errors) = Host.Run("replay", file.Path);

        Assert.Equal(6, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Replay_AsOfAnInstant_KnowsNothingLater()
    {
        var document = Replay(Host.Fixture("incidents", "worked-example.json"), "--as-of", "2025-11-18T14:40:00Z");

        Assert.Equal("Detection", (string?)document["phase"]);
        Assert.Null(document["times"]!["mitigated"]);
        Assert.Equal(
            "pending",
            (string?)document["obligations"]!.AsArray().Single(o => (string?)o!["obligation"] == "mitigate")!["status"]);
    }

    [Fact]
    public async Task Replay_ForPeople_ShowsTimelineObligationsAndFigures()
    {
        var (exitCode, output, _) = await Host.StartAsync("replay", Host.Fixture("incidents", "gitlab-2017-01-31.json"), "--no-color");

        Assert.Equal(0, exitCode);
        Assert.Contains("Data directory wiped", output, StringComparison.Ordinal);
        Assert.Contains("publishPostMortem", output, StringComparison.Ordinal);
        Assert.Contains("17 h 30 min", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Replay_ControlCharactersInTexts_AreShownAndNotObeyed()
    {
        using var file = new TemporaryFile(
            Sound.Replace("null }", """null, "impact": "[bold]down\u001b[2J[/] {0}" }""", StringComparison.Ordinal));

        var (exitCode, output, _) = await Host.StartAsync("replay", file.Path, "--no-color");

        Assert.Equal(0, exitCode);
        Assert.Contains("[bold]down\uFFFD[2J[/] {0}", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("policy", "--policy")]
    public void AnyVerb_FileOfAHundredMegabytes_IsRefusedUnread(params string[] arguments)
    {
        using var file = new TemporaryFile("{");
        using (var stream = File.OpenWrite(file.Path))
            stream.SetLength(100 * 1024 * 1024);

        var (exitCode, output, errors) = Host.Run([.. arguments, file.Path]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("104,857,600 bytes", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_MoreThanFiftyFaults_ShowsFiftyAndACount()
    {
        using var file = new TemporaryFile(Sound.Replace(
            "null }",
            $$"""null, "timeline": [{{string.Join(",", Enumerable.Repeat("{}", 60))}}] }""",
            StringComparison.Ordinal));

        var (exitCode, _, errors) = Host.Run("replay", file.Path);

        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((2, 51), (exitCode, lines.Length));
        Assert.EndsWith("and 10 more faults", lines[^1].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_RowOfUnknownTime_StaysBesideItsNeighbour()
    {
        using var file = new TemporaryFile(Sound.Replace("null }", """
            null, "timeline": [
                { "at": "2025-11-18T14:00:00Z", "what": "first" },
                { "at": null, "what": "then" },
                { "at": "2025-11-18T15:00:00Z", "what": "last" } ] }
            """, StringComparison.Ordinal));

        var (_, output, _) = Host.Run("replay", file.Path, "--no-color");

        Assert.Matches("(?s)14:00 first.*\\?   then.*15:00 last", output);
    }

    private static JsonNode Replay(string file, params string[] options)
    {
        var (exitCode, output, errors) = Host.Run(["replay", file, "--json", .. options]);
        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        return JsonNode.Parse(output)!;
    }
}
