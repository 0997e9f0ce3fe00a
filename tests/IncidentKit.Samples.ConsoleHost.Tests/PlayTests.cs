using System.Text.Json.Nodes;
using IncidentKit.Samples.ConsoleHost.Playing;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>The default verb: the built-in incident from its alert to the closed post-mortem, and any other that a file tells.</summary>
public sealed class PlayTests
{
    [Fact]
    public void Play_BuiltInIncident_GoesFromAlertToAClosedIncidentWithItsPostMortem()
    {
        using var postMortem = new TemporaryFile("");

        var (exitCode, output, errors) = Host.Run("--postmortem", postMortem.Path);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("SEV-2 Payment failure", output, StringComparison.Ordinal);
        Assert.Contains("On call at 14:25 UTC: bob", output, StringComparison.Ordinal);
        Assert.Contains("To customers: Checkout: resolved", output, StringComparison.Ordinal);
        Assert.Contains("CloseIncident is refused", output, StringComparison.Ordinal);
        Assert.Contains($"Closed after 2 d 2 h. The post-mortem is in {postMortem.Path}", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("A migration dropped an index on the payments table.", File.ReadAllText(postMortem.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Play_ChangedInput_ChangesTheScreen()
    {
        using var folder = new PlayFolder(play =>
        {
            play["declare"]!["title"] = "Search is slow";
            play["steps"]![1]!["command"]!["level"] = 4;
            play["steps"]!.AsArray().RemoveAt(5);
        });

        var (exitCode, output, errors) = Host.Run("--incident", folder.Incident);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("SEV-4 Search is slow", output, StringComparison.Ordinal);
        Assert.DoesNotContain("staffRoles", output, StringComparison.Ordinal);
        Assert.DoesNotContain("We are investigating a problem", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_OtherSchedule_FindsTheOtherPersonOnCall()
    {
        using var folder = new PlayFolder(_ => { }, schedule => schedule["overrides"] = new JsonArray());

        Assert.Contains("On call at 14:25 UTC: carol, dan", Host.Run("--incident", folder.Incident).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_SeveralFaults_AreAllNamedAndNothingIsPlayed()
    {
        using var folder = new PlayFolder(play =>
        {
            play["start"] = "soon";
            play["colour"] = "red";
            play["steps"]![0]!["command"]!["type"] = "Celebrate";
            play["steps"]![5]!["message"]!["kind"] = "song";
        });

        var (exitCode, output, errors) = Host.Run("--incident", folder.Incident);

        Assert.Equal((2, "", 4), (exitCode, output, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains("$.steps[0].command", errors, StringComparison.Ordinal);
        Assert.Contains("$.steps[5].message.kind", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_MessageThatLacksParts_NamesThem()
    {
        using var folder = new PlayFolder(play => play["steps"]![5]!["message"] = new JsonObject { ["kind"] = "initial" });

        var (exitCode, _, errors) = Host.Run("--incident", folder.Incident);

        Assert.Equal(2, exitCode);
        Assert.Contains("$.steps[5].message", errors, StringComparison.Ordinal);
        Assert.Contains("symptom", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_CommandWithATimeWithoutAnOffset_NamesItsPlace()
    {
        using var folder = new PlayFolder(play => play["steps"]![1]!["command"] = JsonNode.Parse(
            """{ "type": "FixPostMortem", "by": { "kind": "person", "id": "bob" }, "scheduledFor": "2025-11-19T10:00:00" }"""));

        var (exitCode, output, errors) = Host.Run("--incident", folder.Incident);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("$.steps[1].command.scheduledFor: A time is an ISO 8601 instant with an offset", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_AtTheEndOfTime_NeverEndsInAStackTrace()
    {
        using var folder = new PlayFolder(play => play["start"] = "9999-12-31T23:59:00Z");

        var (exitCode, _, errors) = Host.Run("--incident", folder.Incident);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(
            folder.Incident,
            Assert.Single(errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Play_NobodyOnCall_SaysSo()
    {
        using var folder = new PlayFolder(_ => { }, schedule => schedule["layers"] = new JsonArray());

        var (exitCode, _, errors) = Host.Run("--incident", folder.Incident);

        Assert.Equal(2, exitCode);
        Assert.Contains("nobody is on call for Checkout at 2025-11-18T14:25:00Z", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Play_AsAProgram_ShowsTheWholePlayWithoutAnimation()
    {
        var (exitCode, output, errors) = await Host.StartAsync("--no-color");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("Closed after 2 d 2 h", output, StringComparison.Ordinal);
    }

    /// <summary>A copy of the built-in incident and its schedule, changed.</summary>
    private sealed class PlayFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

        public PlayFolder(Action<JsonNode> changePlay, Action<JsonNode>? changeSchedule = null)
        {
            Copy("payment-failure.json", changePlay);
            Copy("payment-failure.oncall.json", changeSchedule ?? (_ => { }));
        }

        public string Incident => Path.Combine(_folder.FullName, "payment-failure.json");

        public void Dispose() => _folder.Delete(recursive: true);

        private void Copy(string name, Action<JsonNode> change)
        {
            var node = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(PlayedIncidentReader.BuiltIn)!, name)))!;
            change(node);
            File.WriteAllText(Path.Combine(_folder.FullName, name), node.ToJsonString());
        }
    }
}
