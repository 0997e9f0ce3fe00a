using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>What `replay` drafts from a recorded incident: messages and the post-mortem. Nothing is sent.</summary>
public sealed class ReplayDraftsTests
{
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Host.Fixture("incidents"), "*.json")
        .Select(Path.GetFileNameWithoutExtension)
        .OfType<string>()
        .Order(StringComparer.Ordinal)];

    [Fact]
    public void Replay_WorkedExample_DraftsTheMessagesThatTheFactsTell()
    {
        var messages = Messages("worked-example");

        Assert.Equal(
            [
                "holding 2025-11-18T14:25:00Z", "initial 2025-11-18T14:48:00Z",
                "progress 2025-11-18T14:55:00Z", "resolution 2025-11-18T15:05:00Z",
            ],
            messages.Select(message => $"{message!["kind"]} {message["at"]}"));
        Assert.Equal("Checkout: Error rate above 5% for all users – we are investigating", (string?)messages[1]!["subject"]);
        Assert.Contains("Duration: 44 minutes", (string?)messages[3]!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_RealIncident_DraftsCompleteMessages(string name)
    {
        foreach (var message in Messages(name))
        {
            Assert.Equal(["kind", "at", "subject", "text"], message!.AsObject().Select(pair => pair.Key));
            Assert.DoesNotContain("{{", (string)message["text"]!, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', (string)message["subject"]!);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_RealIncident_WritesItsPostMortem(string name)
    {
        using var markdown = new TemporaryFile("");
        var (exitCode, _, errors) = Host.Run("replay", Host.Fixture("incidents", name + ".json"), "--json", "--postmortem", markdown.Path);

        var text = File.ReadAllText(markdown.Path);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(
            ["Summary", "Timeline", "Root cause", "What went well", "What went poorly", "Action items"],
            text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
        Assert.DoesNotContain("not recorded", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_PostMortemNamedHtml_IsAPage()
    {
        using var file = new TemporaryFile("");
        var page = file.Path + ".html";
        try
        {
            Host.Run("replay", Host.Fixture("incidents", "worked-example.json"), "--json", "--postmortem", page);

            Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(page), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(page);
        }
    }

    [Fact]
    public void Replay_PostMortemThatCannotBeWritten_SaysSoAndExitsWith2()
    {
        var (exitCode, output, errors) = Host.Run(
            "replay",
            Host.Fixture("incidents", "worked-example.json"),
            "--json",
            "--postmortem",
            Path.Combine(Path.GetTempPath(), "no", "such", "folder.md"));

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("cannot be written", errors, StringComparison.Ordinal);
    }

    private static JsonArray Messages(string name)
    {
        var (exitCode, output, errors) = Host.Run("replay", Host.Fixture("incidents", name + ".json"), "--json");
        Assert.Equal((0, ""), (exitCode, errors));
        return JsonNode.Parse(output)!["messages"]!.AsArray();
    }
}
